/** gzip, deflate and zstd, in pieces. */
import { Gunzip, Inflate } from 'fflate';
import { Decompress } from 'fzstd';
import { copyOf } from './bytes.ts';

export type Compression = 'gzip' | 'deflate' | 'zstd';

/**
 * @param chunks compressed pieces, each valid until the next one is asked for
 * @returns what they hold, in pieces that are valid until the next one is asked for
 * @throws Error where the bytes are not what they should be
 */
export function* decompressed(compression: Compression, chunks: Iterable<Uint8Array>): Generator<Uint8Array, void> {
  let ready: Uint8Array[] = [];
  const push = decompressor(compression, (piece) => void ready.push(piece));
  const emit = function* (): Generator<Uint8Array, void> {
    const pieces = ready;
    ready = [];
    yield* pieces;
  };
  for (const chunk of chunks) {
    push(chunk, false);
    yield* emit();
  }
  push(new Uint8Array(0), true);
  yield* emit();
}

function decompressor(
  compression: Compression,
  onPiece: (piece: Uint8Array) => void,
): (chunk: Uint8Array, isLast: boolean) => void {
  if (compression === 'zstd') {
    const stream = new Decompress(onPiece);
    // It keeps the chunks that it cannot yet use.
    return (chunk, isLast) => stream.push(copyOf(chunk), isLast);
  }
  const stream = compression === 'gzip' ? new Gunzip(onPiece) : new Inflate(onPiece);
  return (chunk, isLast) => stream.push(chunk, isLast);
}
