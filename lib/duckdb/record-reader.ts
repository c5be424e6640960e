/**
 * The rows of one record, read from its shard without the engine: the footer and its row groups, in two requests, while
 * the engine is still on its way (docs/decisions/records-without-the-engine.md).
 */
import {
  parquetMetadataAsync,
  parquetReadObjects,
  type AsyncBuffer,
  type FileMetaData,
  type RowGroup,
} from 'hyparquet';
import { compressors } from '../corpus/parquet-codec.ts';
import { tables, type Column, type Query, type RowOf, type ScalarType } from '../corpus/index.ts';
import type { Shard } from '../corpus/manifest.ts';
import { compareIds, shardsOf } from '../corpus/shard-ranges.ts';
import type { Corpus } from './corpus-file.ts';
import { TAIL_BYTES } from './limits.ts';
import { readRow } from './rows.ts';
import { shardUrl } from './shard-files.ts';

type Columns = Readonly<Record<string, Column>>;

/** Row groups that are larger before compression are left to the engine: they are decoded in the page's own thread. */
const MOST_BYTES = 8e6;

const OPTIONS = { geoparquet: false, compressors };

/**
 * @param query one of a record (`isRecord`)
 * @returns the rows that the engine would give
 * @throws Error where a host answers no ranges, or a shard is large or not as declared: the engine then reads it, or
 *   says what is wrong with it
 */
export async function readRecord<C extends Columns>(
  corpus: Corpus,
  { from: [use], columns, name }: Pick<Query<C>, 'from' | 'columns' | 'name'>,
  fetcher: typeof fetch,
): Promise<readonly RowOf<C>[]> {
  if (use === undefined || typeof use === 'string') throw new TypeError(`${name} does not say which record it reads`);
  const shards = shardsOf(corpus.manifest.tables[use.table]?.shards ?? [], use.id);
  const key = tables[use.table].sort[0]!;
  const found = await Promise.all(
    shards.map((shard) => rowsOf(remoteFile(shardUrl(corpus, shard), shard, fetcher), key, use.id, columns)),
  );
  return found.flat().map((row) => readRow(row, columns, name));
}

type Rows = readonly Record<string, unknown>[];

async function rowsOf(file: AsyncBuffer, key: string, id: string, columns: Columns): Promise<Rows> {
  const metadata = await parquetMetadataAsync(file, { ...OPTIONS, initialFetchSize: TAIL_BYTES });
  const span = spanOf(metadata, key, id);
  if (span === null) return [];
  checkTypes(metadata, columns);
  const options = { ...OPTIONS, metadata, file: await heldPart(file, span) };
  const ids = await parquetReadObjects({ ...options, columns: [key], rowStart: span.rows[0], rowEnd: span.rows[1] });
  const first = ids.findIndex((row) => row[key] === id);
  if (first < 0) return [];
  const last = ids.findLastIndex((row) => row[key] === id);
  const [rowStart, rowEnd] = [span.rows[0] + first, span.rows[0] + last + 1];
  const rows = await parquetReadObjects({
    ...options,
    columns: Object.keys(columns).filter((column) => column !== key),
    rowStart,
    rowEnd,
    parsers: TEXT_AS_BYTES,
  });
  return rows.map((row) => ({ [key]: id, ...(withText(row) as Record<string, unknown>) }));
}

/** Text stays bytes until its row is known to be one of the record: nearly all rows of a row group are of other records. */
const TEXT_AS_BYTES = { stringFromBytes: (bytes: Uint8Array) => bytes };

const utf8 = new TextDecoder();

function withText(value: unknown): unknown {
  if (value instanceof Uint8Array) return utf8.decode(value);
  if (Array.isArray(value)) return value.map(withText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withText(part)]));
}

/** Row groups that may hold an id, which stand beside each other, since rows are sorted by it. */
interface Span {
  readonly rows: readonly [from: number, to: number];
  readonly bytes: readonly [from: number, to: number];
}

function spanOf({ row_groups: groups }: FileMetaData, key: string, id: string): Span | null {
  const first = groups.findIndex((group) => mayHold(group, key, id));
  if (first < 0) return null;
  const last = groups.findLastIndex((group) => mayHold(group, key, id));
  const within = groups.slice(first, last + 1);
  const size = within.reduce((sum, group) => sum + Number(group.total_byte_size), 0);
  if (size > MOST_BYTES) throw new RangeError(`${size} bytes are left to the engine`);
  const before = rowsIn(groups.slice(0, first));
  return { rows: [before, before + rowsIn(within)], bytes: bytesOf(within) };
}

function rowsIn(groups: readonly RowGroup[]): number {
  return groups.reduce((sum, { num_rows: rows }) => sum + Number(rows), 0);
}

function bytesOf(groups: readonly RowGroup[]): [number, number] {
  const chunks = groups.flatMap(({ columns }) => columns.flatMap(({ meta_data: chunk }) => chunk ?? []));
  const starts = chunks.map((chunk) => Number(chunk.dictionary_page_offset ?? chunk.data_page_offset));
  const ends = chunks.map((chunk, i) => starts[i]! + Number(chunk.total_compressed_size));
  return [Math.min(...starts), Math.max(...ends)];
}

/** A bound that is missing or not text excludes nothing. */
function mayHold({ columns }: RowGroup, key: string, id: string): boolean {
  const chunk = columns.find(({ meta_data: data }) => data?.path_in_schema.join('.') === key);
  const { min_value: least, max_value: most } = chunk?.meta_data?.statistics ?? {};
  const isBelow = typeof least === 'string' && compareIds(id, least) < 0;
  const isAbove = typeof most === 'string' && compareIds(most, id) < 0;
  return !isBelow && !isAbove;
}

const PARQUET_TYPES: Readonly<Record<ScalarType, string>> = {
  text: 'BYTE_ARRAY',
  json: 'BYTE_ARRAY',
  int: 'INT32',
  float: 'DOUBLE',
  bool: 'BOOLEAN',
};

/** @throws TypeError where a column is missing or of another type */
function checkTypes({ row_groups: [group] }: FileMetaData, columns: Columns): void {
  const types = new Map(group?.columns.map(({ meta_data: data }) => [data?.path_in_schema.join('.'), data?.type]));
  for (const [path, type] of Object.entries(columns).flatMap(([name, column]) => leavesOf(name, column))) {
    if (types.get(path) !== PARQUET_TYPES[type]) throw new TypeError(`${path} is ${types.get(path)}, not ${type}`);
  }
}

function leavesOf(name: string, column: Column): (readonly [path: string, type: ScalarType])[] {
  switch (column.type) {
    case 'struct[]':
      return Object.entries(column.fields).map(([field, { type }]) => [`${name}.list.element.${field}`, type]);
    case 'text[]':
    case 'int[]':
    case 'float[]':
      return [[`${name}.list.element`, column.type.slice(0, -2) as ScalarType]];
    default:
      return [[name, column.type]];
  }
}

/** A shard by ranges; it has the size that the manifest says, or is not read. */
function remoteFile(url: string, { bytes }: Shard, fetcher: typeof fetch): AsyncBuffer {
  return {
    byteLength: bytes,
    slice: async (start, end = bytes) => {
      const response = await fetcher(url, { headers: { Range: `bytes=${start}-${end - 1}` } });
      const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
      const isWhole = total === undefined || Number(total) === bytes;
      if (response.status !== 206 || !isWhole) {
        await response.body?.cancel();
        throw new Error(`${url} answered ${response.status} of ${total} bytes`);
      }
      const part = await response.arrayBuffer();
      if (part.byteLength !== end - start) throw new Error(`${url} gave ${part.byteLength} bytes of ${end - start}`);
      return part;
    },
  };
}

/** The file, of which a part is in memory; only that part is asked for. */
async function heldPart(file: AsyncBuffer, { bytes: [from, to] }: Span): Promise<AsyncBuffer> {
  const held = await file.slice(from, to);
  return { byteLength: file.byteLength, slice: (start, end) => held.slice(start - from, (end ?? to) - from) };
}
