/** Parquet: one record a row, read group by group; values become JSON. */
import { parquetMetadataAsync, parquetReadObjects, type AsyncBuffer, type FileMetaData } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { messageOf } from '../reasons.ts';
import { copyOf, type ByteReader } from './bytes.ts';
import { RECORD_LIMIT, rowRecord, type RecordHandler } from './record-stream.ts';

/** Uncompressed bytes of columns that are read at a time, about. */
const SLICE_BYTES = 64_000_000;

/** The columns' own bytes: which of them are text is found out value by value. */
const OPTIONS = { compressors, utf8: false, geoparquet: false, useOffsetIndex: true } as const;

interface Slice {
  readonly from: number;
  readonly to: number;
  /** Uncompressed bytes of a row, on average. */
  readonly rowBytes: number;
}

/** Reads all rows. A part that cannot be read is one reject, with the number of rows that it holds. */
export async function readParquet(reader: ByteReader, handler: RecordHandler, rows = Infinity): Promise<void> {
  const file = bufferOf(reader);
  let metadata: FileMetaData;
  try {
    metadata = await parquetMetadataAsync(file, OPTIONS);
  } catch (error) {
    handler.problem(unreadable('', messageOf(error)));
    return;
  }
  for (const slice of slicesOf(metadata, rows)) await readSlice(file, metadata, slice, handler);
}

async function readSlice(
  file: AsyncBuffer,
  metadata: FileMetaData,
  { from, to, rowBytes }: Slice,
  handler: RecordHandler,
): Promise<void> {
  if (rowBytes > RECORD_LIMIT) {
    const message = `Rows ${from + 1} to ${to} have ${Math.round(rowBytes)} bytes each, which is more than is held in memory.`;
    handler.problem({
      severity: 'rejected',
      reason: 'record-too-large',
      position: `row ${from + 1}`,
      message,
      raw: null,
    });
    return;
  }
  let found: readonly Record<string, unknown>[];
  try {
    found = await parquetReadObjects({ ...OPTIONS, file, metadata, rowStart: from, rowEnd: to });
  } catch (error) {
    handler.problem(unreadable(`row ${from + 1}`, `rows ${from + 1} to ${to}: ${messageOf(error)}`));
    return;
  }
  found.forEach((row, i) => {
    rowRecord(jsonRow(row), `row ${from + i + 1}`, handler);
  });
}

function unreadable(position: string, what: string): Parameters<RecordHandler['problem']>[0] {
  const message = `The Parquet file could not be read: ${what}`;
  return { severity: 'rejected', reason: 'invalid-parquet', position, message, raw: null };
}

function slicesOf(metadata: FileMetaData, most: number): Slice[] {
  let first = 0;
  const slices: Slice[] = [];
  for (const { num_rows, total_byte_size } of metadata.row_groups) {
    const rows = Number(num_rows);
    const last = Math.min(first + rows, most);
    const step = Math.max(1, Math.ceil(rows / Math.max(1, Math.ceil(Number(total_byte_size) / SLICE_BYTES))));
    const rowBytes = Number(total_byte_size) / Math.max(1, rows);
    for (let from = first; from < last; from += step) slices.push({ from, to: Math.min(last, from + step), rowBytes });
    first += rows;
  }
  return slices;
}

function bufferOf(reader: ByteReader): AsyncBuffer {
  return {
    byteLength: reader.size,
    slice: (start, end = reader.size) => {
      const from = start < 0 ? reader.size + start : start;
      return copyOf(reader.read(from, Math.min(end, reader.size))).buffer;
    },
  };
}

/**
 * @returns a value of Parquet as JSON has it: whole numbers beyond double precision as their digits, times in ISO 8601,
 * bytes as text where they are UTF-8, else as base64
 */
function jsonValue(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(jsonValue);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return textOf(value);
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<unknown>, jsonValue);
  return jsonRow(value);
}

function jsonRow(row: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([key, entry]) => [key, jsonValue(entry)]));
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary);
  }
}
