/**
 * A script in the head of a page of one record (scripts/read-ahead-first.mjs). The page's code is ten times as large: while
 * it is loaded and compiled, this reads the record that the address names, and stays as the page's reader.
 */
import { tables } from '../corpus/index.ts';
import type { Manifest } from '../corpus/manifest.ts';
import type { RecordReader } from '../duckdb/engine.ts';
import { readRecord } from '../duckdb/record-reader.ts';
import { fetchReadAhead, type LinkedRecord } from './read-ahead.ts';

interface Reading {
  readonly of: LinkedRecord;
  readonly rows: Promise<readonly unknown[]>;
}

/** What is not as it should be ends it: the page then reads for itself, and says what. */
async function read(): Promise<Reading | null> {
  const of = await window.forgeLinkedRecord;
  if (!of) return null;
  const corpus = { name: '', baseUrl: of.baseUrl, manifest: of.manifest as Manifest };
  const { columns } = tables[of.table];
  const rows = readRecord(corpus, { name: 'linkedRecord', from: [of], columns }, fetchReadAhead);
  rows.catch(() => {});
  return { of, rows };
}

/** Taken once: whoever asks again wants it read again. */
let reading: Promise<Reading | null> | null = read();

const readPage: RecordReader['readRecord'] = async (corpus, query, fetcher) => {
  const found = await reading;
  const [use] = query.from;
  const isIt =
    found &&
    typeof use === 'object' &&
    use.table === found.of.table &&
    use.id === found.of.id &&
    corpus.baseUrl === found.of.baseUrl;
  if (!isIt) return readRecord(corpus, query, fetcher);
  reading = null;
  return found.rows as ReturnType<typeof readRecord<typeof query.columns>>;
};

window.forgeRecordReader = { readRecord: readPage };
