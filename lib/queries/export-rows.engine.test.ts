import { beforeAll, describe, expect, it } from 'vitest';
import { openMini, readParquet, writeMiniCorpus } from '../testing/mini-corpus.ts';
import { apis } from '../testing/mini-rows.ts';
import { NO_FILTER } from './api-filter.ts';
import { BY_ID, BY_RELEVANCE } from './sorts.ts';
import { exportRows } from './export-rows.ts';

let mini: Awaited<ReturnType<typeof openMini>>;
beforeAll(async () => {
  mini = await openMini(await writeMiniCorpus());
});

describe('exportRows', () => {
  it('gives every column of every match, in the order of the list', async () => {
    expect(await mini.engine.run(mini.corpus, exportRows(NO_FILTER, BY_ID, []))).toEqual(apis);
    const rows = await mini.engine.run(
      mini.corpus,
      exportRows({ ...NO_FILTER, q: 'file' }, BY_RELEVANCE, ['name', 'api_no']),
    );
    expect(rows).toEqual([
      { name: 'read_file', api_no: 6 },
      { name: 'list_files', api_no: 5 },
    ]);
  });

  it('writes CSV with quoted values', async () => {
    const query = exportRows({ ...NO_FILTER, tools: ['payments'] }, BY_ID, ['name', 'summary']);
    const bytes = await mini.engine.exportFile(mini.corpus, query, 'csv');
    expect(new TextDecoder().decode(bytes)).toBe(
      'name,summary\ncreatePayment,Create a payment\ngetPayment,Retrieve one payment\nlistPayments,"List payments, newest first"\n',
    );
  });

  it('writes Parquet that reads back in order', async () => {
    const query = exportRows(NO_FILTER, { column: 'doc_tokens', direction: 'desc' }, ['api_no', 'provider', 'domain']);
    const bytes = await mini.engine.exportFile(mini.corpus, query, 'parquet');
    const rows = await readParquet(bytes, query.columns);
    expect(rows.map(({ api_no: no }) => no)).toEqual([0, 3, 2, 1, 4, 5, 6]);
    expect(rows[5]).toEqual({ api_no: 5, provider: 'tools.example', domain: null });
  });

  it('leaves nothing behind: the next export is whole again', async () => {
    const query = exportRows(NO_FILTER, BY_ID, ['api_no']);
    const first = await mini.engine.exportFile(mini.corpus, query, 'csv');
    expect(await mini.engine.exportFile(mini.corpus, query, 'csv')).toEqual(first);
  });
});
