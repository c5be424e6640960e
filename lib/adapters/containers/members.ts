/** The files that a file holds: itself, or the entries of an archive. */
import { bytesReader, chunksOf, gather, type ByteReader } from './bytes.ts';
import { decompressed } from './compression.ts';
import { sniffPacking } from './sniff.ts';
import { zipChunks, zipEntries, type ZipEntry } from './zip.ts';

/** A file, or an entry of an archive, unpacked. */
export interface Member {
  /** Path of the file; of an entry, followed by its path in the archive: `logs/a.eval/header.json`. */
  readonly path: string;
  /** Where it is in the archive; null for a file that is none. */
  readonly entry: ZipEntry | null;
  /** Bytes of it on disk. */
  readonly bytes: number;
  /** Whether these are its bytes as they are, not packed. */
  readonly plain: boolean;
  /** @returns its bytes in pieces, each valid until the next one is asked for; throws where they are damaged */
  chunks(): Iterable<Uint8Array>;
  /** @returns its bytes by place; what is packed is unpacked into memory */
  reader(): ByteReader;
}

/**
 * @param path of the file
 * @returns its members, in their order
 * @throws Error where an archive is damaged
 */
export function membersOf(path: string, reader: ByteReader): Member[] {
  const packing = sniffPacking(reader.read(0, Math.min(4, reader.size)));
  if (packing === 'zip') return zipEntries(reader).map((entry) => entryMember(`${path}/${entry.name}`, reader, entry));
  const chunks = (): Iterable<Uint8Array> => unpacked(chunksOf(reader));
  const random = (): ByteReader => (packing === null ? reader : bytesReader(wholeOf(chunks())));
  return [{ path, entry: null, bytes: reader.size, plain: packing === null, chunks, reader: random }];
}

/** @returns an entry of an archive whose place is known */
export function entryMember(path: string, reader: ByteReader, entry: ZipEntry): Member {
  const chunks = (): Iterable<Uint8Array> => unpacked(zipChunks(reader, entry));
  return { path, entry, bytes: entry.packed, plain: false, chunks, reader: () => bytesReader(wholeOf(chunks())) };
}

/** @returns all of it in one array */
export function wholeOf(chunks: Iterable<Uint8Array>): Uint8Array {
  const all = gather();
  for (const chunk of chunks) all.add(chunk);
  return all.take();
}

/** Looks at the first piece for what the bytes are packed with. */
function* unpacked(chunks: Iterable<Uint8Array>): Generator<Uint8Array, void> {
  const rest = chunks[Symbol.iterator]();
  const first = rest.next();
  if (first.done === true) return;
  const again = (function* (): Generator<Uint8Array, void> {
    yield first.value;
    for (let next = rest.next(); next.done !== true; next = rest.next()) yield next.value;
  })();
  const packing = sniffPacking(first.value);
  yield* packing === 'gzip' || packing === 'zstd' ? decompressed(packing, again) : again;
}
