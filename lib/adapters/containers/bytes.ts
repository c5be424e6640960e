/** Bytes that can be read at any place: a file on disk, a file dropped on a page, an entry of an archive. */

export interface ByteReader {
  /** In bytes. */
  readonly size: number;
  /**
   * @param from first byte
   * @param to byte after the last one, at most `size`
   * @returns bytes that are valid until the next call
   */
  read(from: number, to: number): Uint8Array;
}

/** What is read at a time, in bytes. */
const CHUNK_BYTES = 1 << 20;

/**
 * The bytes of a range in pieces. A piece is valid until the next one is asked for.
 * @param chunkBytes bytes of a piece
 */
export function* chunksOf(
  reader: ByteReader,
  from = 0,
  to = reader.size,
  chunkBytes = CHUNK_BYTES,
): Generator<Uint8Array, void> {
  for (let at = from; at < to; at += chunkBytes) yield reader.read(at, Math.min(to, at + chunkBytes));
}

/** @returns a reader of bytes in memory */
export function bytesReader(bytes: Uint8Array): ByteReader {
  return { size: bytes.length, read: (from, to) => bytes.subarray(from, to) };
}

/** @returns bytes of its own; `slice` of a Buffer of Node would not copy */
export function copyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

/** Collects pieces that are not its own, up to a limit. */
export interface Gathered {
  readonly length: number;
  add(chunk: Uint8Array): void;
  /** @returns everything in one array, and is empty again */
  take(): Uint8Array;
}

/** @returns an empty collection */
export function gather(): Gathered {
  let parts: Uint8Array[] = [];
  let length = 0;
  return {
    get length() {
      return length;
    },
    add(chunk) {
      if (chunk.length === 0) return;
      parts.push(copyOf(chunk));
      length += chunk.length;
    },
    take() {
      const all = parts.length === 1 ? parts[0]! : joined(parts, length);
      parts = [];
      length = 0;
      return all;
    },
  };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
