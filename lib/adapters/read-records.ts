/** For tests: reads records as the importer would, without its containers. */
import type { Container, FileSample, RecordAdapter, SourceRecord } from './adapter.ts';
import { collect, type Collected } from './collect.ts';

/** @param texts JSON, one text a record of a list; a single text is a whole file */
export function jsonRecords(...texts: readonly string[]): SourceRecord[] {
  return texts.map((raw, at) => ({ position: texts.length === 1 ? '' : `/${at}`, value: JSON.parse(raw), raw }));
}

export function sampleOf(
  records: readonly SourceRecord[],
  path = 'file.json',
  container: Container = 'json',
): FileSample {
  return { path, container, records, whole: true };
}

/** @returns what the adapter hands on for a file of these records */
export function readRecords(
  adapter: RecordAdapter,
  records: readonly SourceRecord[],
  { path = 'file.json', container = 'json' as Container, companions = {} as Record<string, SourceRecord[]> } = {},
): Collected {
  return collect((sink) => {
    const file = { path, container, source: 'test', companion: (other: string) => companions[other] ?? null };
    const reader = adapter.open(file, sink);
    for (const record of records) reader.read(record);
    reader.end();
  });
}
