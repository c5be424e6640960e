/** ZIP archives, read by their central directory (PKWARE APPNOTE 6.3.10, with ZIP64). */
import { chunksOf, copyOf, type ByteReader } from './bytes.ts';
import { decompressed } from './compression.ts';

export interface ZipEntry {
  /** Path within the archive. */
  readonly name: string;
  /** Compressed and uncompressed size in bytes. */
  readonly packed: number;
  readonly size: number;
  /** Compression method, 4.4.5 of APPNOTE. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Where its local header begins. */
  readonly offset: number;
}

const END = { signature: 0x06054b50, bytes: 22 };
const END64 = { signature: 0x06064b50, bytes: 56 };
const LOCATOR64 = { signature: 0x07064b50, bytes: 20 };
const HEADER = { signature: 0x02014b50, bytes: 46 };
const LOCAL = { signature: 0x04034b50, bytes: 30 };
const COMMENT_LIMIT = 0xffff;
const IN_ZIP64 = 0xffffffff;

const STORED = 0;
/** Methods by number; 20 is what zstd was before it got 93. */
const METHODS: Readonly<Record<number, 'deflate' | 'zstd'>> = { 8: 'deflate', 20: 'zstd', 93: 'zstd' };

/**
 * @returns the files of an archive, in order of its directory
 * @throws Error where it is no ZIP, or is cut off
 */
export function zipEntries(reader: ByteReader): ZipEntry[] {
  const { offset, bytes, count } = directoryOf(reader);
  const view = viewOf(reader, offset, offset + bytes);
  const entries: ZipEntry[] = [];
  for (let at = 0, no = 0; no < count; no += 1) {
    if (view.getUint32(at, true) !== HEADER.signature) throw new Error('The directory of the ZIP archive is broken.');
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    const entry = entryAt(view, at, name, extra);
    if (!entry.name.endsWith('/')) entries.push(entry);
    at += HEADER.bytes + name + extra + comment;
  }
  return entries;
}

/**
 * @returns the bytes of a file in an archive, in pieces, each valid until the next one is asked for
 * @throws Error where it is encrypted, compressed by an unknown method, or damaged
 */
export function* zipChunks(reader: ByteReader, entry: ZipEntry): Generator<Uint8Array, void> {
  if (entry.encrypted) throw new Error('The entry is encrypted.');
  const local = viewOf(reader, entry.offset, entry.offset + LOCAL.bytes);
  if (local.getUint32(0, true) !== LOCAL.signature) throw new Error('The entry is not where the directory says.');
  const start = entry.offset + LOCAL.bytes + local.getUint16(26, true) + local.getUint16(28, true);
  const packed = chunksOf(reader, start, start + entry.packed);
  if (entry.method === STORED) return yield* packed;
  const compression = METHODS[entry.method];
  if (compression === undefined)
    throw new Error(
      `The entry is compressed by method ${entry.method}; 0 (none), 8 (deflate) and 93 (zstd) are known.`,
    );
  yield* decompressed(compression, packed);
}

function viewOf(reader: ByteReader, from: number, to: number): DataView {
  if (from < 0 || to > reader.size) throw new Error('The ZIP archive is cut off.');
  return new DataView(copyOf(reader.read(from, to)).buffer);
}

interface Directory {
  readonly offset: number;
  readonly bytes: number;
  readonly count: number;
}

function directoryOf(reader: ByteReader): Directory {
  const from = Math.max(0, reader.size - END.bytes - COMMENT_LIMIT);
  const tail = viewOf(reader, from, reader.size);
  for (let at = tail.byteLength - END.bytes; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END.signature) continue;
    const [count, bytes, offset] = [
      tail.getUint16(at + 10, true),
      tail.getUint32(at + 12, true),
      tail.getUint32(at + 16, true),
    ];
    const is64 = count === 0xffff || bytes === IN_ZIP64 || offset === IN_ZIP64;
    return is64 ? directory64(reader, from + at - LOCATOR64.bytes) : { offset, bytes, count };
  }
  throw new Error('The ZIP archive has no directory at its end: it is cut off.');
}

function directory64(reader: ByteReader, at: number): Directory {
  const locator = viewOf(reader, at, at + LOCATOR64.bytes);
  if (locator.getUint32(0, true) !== LOCATOR64.signature) throw new Error('The ZIP64 archive has no locator.');
  const place = Number(locator.getBigUint64(8, true));
  const end = viewOf(reader, place, place + END64.bytes);
  if (end.getUint32(0, true) !== END64.signature) throw new Error('The ZIP64 archive has no directory.');
  const [count, bytes, offset] = [32, 40, 48].map((field) => Number(end.getBigUint64(field, true))) as [
    number,
    number,
    number,
  ];
  return { offset, bytes, count };
}

function entryAt(view: DataView, at: number, nameBytes: number, extraBytes: number): ZipEntry {
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, at + HEADER.bytes, nameBytes));
  const long = longFields(view, at + HEADER.bytes + nameBytes, extraBytes);
  // In this order a ZIP64 field has those of the three that do not fit.
  const [size, packed, offset] = [24, 20, 42].map((field) => {
    const short = view.getUint32(at + field, true);
    return short === IN_ZIP64 ? (long.shift() ?? short) : short;
  }) as [number, number, number];
  const flags = view.getUint16(at + 8, true);
  return { name, packed, size, method: view.getUint16(at + 10, true), encrypted: (flags & 1) === 1, offset };
}

/** The 64-bit numbers of the extra field 0x0001. */
function longFields(view: DataView, from: number, bytes: number): number[] {
  for (let at = from; at + 4 <= from + bytes; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const count = Math.floor(view.getUint16(at + 2, true) / 8);
    return Array.from({ length: count }, (_, i) => Number(view.getBigUint64(at + 4 + 8 * i, true)));
  }
  return [];
}
