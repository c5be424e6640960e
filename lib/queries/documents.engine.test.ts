import { beforeAll, describe, expect, it } from 'vitest';
import { runMini, type RunMini } from '../testing/mini-corpus.ts';
import { documents } from '../testing/mini-documents.ts';
import { documentFacets, documentFacetValues, documentRanges, DENSITY_BINS } from './document-facets.ts';
import { BY_DOCUMENT_ID, NO_DOCUMENT_FILTER, type DocumentFilter, type DocumentSort } from './document-filter.ts';
import {
  documentBeginning,
  documentById,
  documentCount,
  documentDuplicateOf,
  documentExport,
  documentNeighbours,
  documentOrder,
  documentRows,
  documentText,
} from './documents.ts';

let run: RunMini;
beforeAll(async () => {
  run = await runMini();
});

async function orderOf(filter: Partial<DocumentFilter>, sort: DocumentSort = BY_DOCUMENT_ID): Promise<number[]> {
  const whole = { ...NO_DOCUMENT_FILTER, ...filter };
  const numbers = (await run(documentOrder(whole, sort))).map((row) => row.document_no);
  expect((await run(documentCount(whole)))[0]?.documents).toBe(numbers.length);
  expect((await run(documentExport(whole, sort))).map((row) => row.document_no)).toEqual(numbers);
  return numbers;
}

describe('the list of documents', () => {
  it.each<[string, Partial<DocumentFilter>, number[]]>([
    ['nothing', {}, [0, 1, 2, 3, 4]],
    ['words of the title in any case', { q: 'PARSE .ts' }, [0, 2]],
    ['an id', { q: 'files:c/readme.md' }, [3]],
    ['what the engine would take for a pattern', { q: '%' }, []],
    ['a source', { sources: ['files'] }, [0, 1, 2, 3, 4]],
    ['an unknown source', { sources: ['nowhere'] }, []],
    ['a component', { components: ['text'] }, [3]],
    ['languages, no language among them', { languages: ['Markdown', ''] }, [3, 4]],
    ['a licence', { licences: [''] }, [3]],
    ['a licence of its own or of its source', { licences: ['MIT'], licenceOf: ['files'] }, [0, 1, 2, 3, 4]],
    ['duplicates', { duplicates: ['exact'] }, [2]],
    ['no duplicates', { duplicates: [''] }, [0, 1, 3, 4]],
    ['languages without a bucket', { others: 'language' }, [3, 4]],
    ['tokens', { tokens: [25, 90] }, [3, 4]],
    ['characters', { chars: [null, 90] }, [1, 4]],
    ['bytes', { bytes: [400, null] }, [0, 2]],
    ['tokens per byte', { density: [0.5, null] }, [4]],
  ])('is narrowed by %s', async (_, filter, expected) => {
    expect(await orderOf(filter)).toEqual(expected);
  });

  it('is sorted by any column, what is missing last', async () => {
    expect(await orderOf({}, { column: 'document_id', direction: 'desc' })).toEqual([4, 3, 2, 1, 0]);
    expect(await orderOf({}, { column: 'tokens', direction: 'desc' })).toEqual([0, 2, 4, 3, 1]);
    expect(await orderOf({}, { column: 'language', direction: 'desc' })).toEqual([0, 1, 2, 3, 4]);
    expect(await orderOf({}, { column: 'density', direction: 'asc' })).toEqual([0, 2, 3, 4, 1]);
  });

  it('draws the same sample for the same seed', async () => {
    const drawn = await orderOf({ sample: { n: 2, seed: 7 } });
    expect(drawn).toHaveLength(2);
    expect(await orderOf({ sample: { n: 2, seed: 7 } })).toEqual(drawn);
    const others = await Promise.all(Array.from({ length: 12 }, (_, seed) => orderOf({ sample: { n: 2, seed } })));
    expect(others.some((other) => other.join() !== drawn.join())).toBe(true);
  });

  it('has rows with what they repeat, and their tokens per byte', async () => {
    const rows = await run(documentRows([3, 1, 2]));
    expect(rows.map((row) => [row.document_no, row.density, row.duplicate])).toEqual([
      [1, null, null],
      [2, 0.25, 'exact'],
      [3, 0.25, null],
    ]);
    expect(rows[2]).toMatchObject(documents[3]!);
    expect(await run(documentRows([]))).toEqual([]);
  });
});

describe('counts', () => {
  it('leave a facet’s own choice out of its values', async () => {
    const filter = { ...NO_DOCUMENT_FILTER, languages: ['Markdown'] };
    const rows = await run(documentFacets(filter));
    const of = (facet: string) => rows.filter((row) => row.facet === facet).map((row) => [row.value, row.documents]);
    expect(of('language')).toEqual([
      ['TypeScript', 3],
      ['Markdown', 1],
      [null, 1],
    ]);
    expect(of('component')).toEqual([['text', 1]]);
    expect(of('duplicate')).toEqual([[null, 1]]);
  });

  it('find values by a part of their text', async () => {
    const rows = await run(documentFacetValues(NO_DOCUMENT_FILTER, 'language', 'TYPE'));
    expect(rows).toEqual([{ facet: 'language', value: 'TypeScript', documents: 3 }]);
  });

  it('leave a range’s own limits out of its bins', async () => {
    const rows = await run(documentRanges({ ...NO_DOCUMENT_FILTER, tokens: [90, null] }));
    const of = (range: string) => rows.filter((row) => row.range === range).map((row) => [row.bin, row.documents]);
    expect(of('tokens')).toEqual([
      [0, 1],
      [5, 1],
      [7, 3],
    ]);
    expect(of('density')).toEqual([
      [0.25 * DENSITY_BINS - 0.5, 2],
      [0.9 * DENSITY_BINS, 1],
    ]);
  });
});

describe('one document', () => {
  it('is read with its text, and what it repeats', async () => {
    const id = 'files:b/parse-copy.ts';
    expect(await run(documentById(id))).toHaveLength(1);
    expect(await run(documentText(id))).toEqual([{ document_id: id, content: 'text of b/parse-copy.ts' }]);
    expect(await run(documentBeginning(id))).toEqual([{ text: 'text of b/parse-copy.ts' }]);
    expect(await run(documentDuplicateOf(id))).toEqual([
      { duplicate_of: 'files:a/Parse.ts', kind: 'exact', similarity: 1 },
    ]);
    expect(await run(documentDuplicateOf('files:a/Parse.ts'))).toEqual([]);
    expect(await run(documentById("files:' OR 1=1"))).toEqual([]);
  });

  it('has neighbours in the order of the list', async () => {
    const filter = { ...NO_DOCUMENT_FILTER, components: ['code'] };
    const sort: DocumentSort = { column: 'tokens', direction: 'desc' };
    expect(await run(documentNeighbours('files:b/parse-copy.ts', filter, sort))).toEqual([
      { previous_id: 'files:a/Parse.ts', next_id: 'files:d/data.bin', position: 2, documents: 4 },
    ]);
    expect(await run(documentNeighbours('files:c/readme.md', filter, sort))).toEqual([]);
  });
});
