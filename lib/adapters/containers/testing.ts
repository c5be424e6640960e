/** For tests: records of bytes, and archives as other programs write them. */
import type { SourceRecord } from '../adapter.ts';
import type { Problem } from '../reasons.ts';
import { openRecords, type StreamedContainer } from './open-records.ts';

export interface Taken {
  readonly records: SourceRecord[];
  readonly problems: Problem[];
}

/**
 * @param content text or bytes of the file
 * @param chunkBytes bytes that are pushed at a time
 */
export function take(container: StreamedContainer, content: string | Uint8Array, chunkBytes = 1 << 20): Taken {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const taken: Taken = { records: [], problems: [] };
  const stream = openRecords(container, {
    record: (record) => void taken.records.push(record),
    problem: (problem) => void taken.problems.push(problem),
  });
  // The buffer is used again for each chunk, as the builder does; slice of a Buffer does not copy.
  const buffer = Buffer.alloc(chunkBytes);
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const part = bytes.subarray(at, at + chunkBytes);
    buffer.fill(0).set(part);
    stream.push(buffer.subarray(0, part.length));
  }
  stream.end();
  return taken;
}

/** @returns a zstd frame with one raw block (RFC 8878, 3.1.1), which is how much of an encoder a test needs */
export function zstdFrame(content: Uint8Array): Uint8Array {
  const size = content.length;
  // Single segment, content size in four bytes.
  const header = [0x28, 0xb5, 0x2f, 0xfd, 0xa0, size & 255, (size >> 8) & 255, (size >> 16) & 255, 0];
  const block = (size << 3) | 1;
  return Uint8Array.from([...header, block & 255, (block >> 8) & 255, (block >> 16) & 255, ...content]);
}

export interface Packed {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
  readonly size: number;
  readonly encrypted?: boolean;
}

/** @returns a ZIP archive of entries that are packed already, as a streaming writer makes it: sizes in the directory alone */
export function zipOf(entries: readonly Packed[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = localHeader(entry);
    directory.push(directoryHeader(entry, offset));
    parts.push(local, entry.packed);
    offset += local.length + entry.packed.length;
  }
  const bytes = directory.reduce((sum, { length }) => sum + length, 0);
  return Uint8Array.from([...parts, ...directory, endOf(entries.length, bytes, offset)].flatMap((part) => [...part]));
}

function binary(bytes: number, fields: readonly (readonly [at: number, bytes: 2 | 4, value: number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(bytes));
  for (const [at, width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  }
  return new Uint8Array(view.buffer);
}

function named(fixed: Uint8Array, name: string): Uint8Array {
  return Uint8Array.from([...fixed, ...new TextEncoder().encode(name)]);
}

const flagsOf = ({ encrypted = false }: Packed): number => 0x0808 | (encrypted ? 1 : 0);
const nameBytes = ({ name }: Packed): number => new TextEncoder().encode(name).length;

function localHeader(entry: Packed): Uint8Array {
  const fields = [
    [0, 4, 0x04034b50],
    [6, 2, flagsOf(entry)],
    [8, 2, entry.method],
    [26, 2, nameBytes(entry)],
  ] as const;
  return named(binary(30, fields), entry.name);
}

function directoryHeader(entry: Packed, offset: number): Uint8Array {
  const fields = [
    [0, 4, 0x02014b50],
    [8, 2, flagsOf(entry)],
    [10, 2, entry.method],
    [20, 4, entry.packed.length],
    [24, 4, entry.size],
    [28, 2, nameBytes(entry)],
    [42, 4, offset],
  ] as const;
  return named(binary(46, fields), entry.name);
}

function endOf(count: number, bytes: number, offset: number): Uint8Array {
  return binary(22, [
    [0, 4, 0x06054b50],
    [8, 2, count],
    [10, 2, count],
    [12, 4, bytes],
    [16, 4, offset],
  ]);
}
