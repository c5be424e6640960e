import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Corpus } from '../duckdb/corpus-file.ts';
import { readRecord } from '../duckdb/record-reader.ts';
import { documentText } from '../queries/documents.ts';
import { trajectoryFirstSteps } from '../queries/trajectories.ts';
import type { LinkedRecord } from './read-ahead.ts';

vi.mock('../duckdb/record-reader.ts', () => ({ readRecord: vi.fn() }));

const baseUrl = 'https://site.example/corpora/first/';
const corpus = { name: 'first', baseUrl, manifest: {} } as Corpus;
const LINKED: LinkedRecord = { baseUrl, manifest: { tables: {} }, table: 'steps', id: 'a' };

const reading = vi.mocked(readRecord);

/** Runs the script as the head of a page does. */
async function open(linked: LinkedRecord | null) {
  window.forgeLinkedRecord = Promise.resolve(linked);
  await import('./linked-record.ts');
  await new Promise((resolve) => setTimeout(resolve, 0));
  return window.forgeRecordReader!;
}

beforeEach(() => {
  vi.resetModules();
  reading.mockReset();
  reading.mockImplementation(async (_, { name }) => [{ by: name }] as never);
});

afterEach(() => {
  delete window.forgeLinkedRecord;
  delete window.forgeRecordReader;
});

it('has read the record of the address before the page asks, and reads it again where it asks again', async () => {
  const { readRecord: read } = await open(LINKED);
  expect(reading).toHaveBeenCalledTimes(1);
  expect(await read(corpus, trajectoryFirstSteps('a'), fetch)).toEqual([{ by: 'linkedRecord' }]);
  expect(reading).toHaveBeenCalledTimes(1);
  expect(await read(corpus, trajectoryFirstSteps('a'), fetch)).toEqual([{ by: 'trajectoryFirstSteps' }]);
});

it.each([
  ['another record', corpus, trajectoryFirstSteps('b')],
  ['another table', corpus, documentText('a')],
  ['another corpus', { ...corpus, baseUrl: 'https://site.example/corpora/second/' }, trajectoryFirstSteps('a')],
])('reads %s for the page', async (_, asked, query) => {
  const { readRecord: read } = await open(LINKED);
  expect(await read(asked, query as ReturnType<typeof trajectoryFirstSteps>, fetch)).toEqual([{ by: query.name }]);
});

it('reads nothing before the page asks where the address leads to no record', async () => {
  const { readRecord: read } = await open(null);
  expect(reading).not.toHaveBeenCalled();
  expect(await read(corpus, trajectoryFirstSteps('a'), fetch)).toEqual([{ by: 'trajectoryFirstSteps' }]);
});

it('says what failed, so that the engine reads instead', async () => {
  reading.mockRejectedValueOnce(new Error('answered 404'));
  const { readRecord: read } = await open(LINKED);
  await expect(read(corpus, trajectoryFirstSteps('a'), fetch)).rejects.toThrow('answered 404');
  expect(await read(corpus, trajectoryFirstSteps('a'), fetch)).toEqual([{ by: 'trajectoryFirstSteps' }]);
});
