/** What a record's text is compared by: its hash, and a sketch of its words. */
import { createHash } from 'node:crypto';
import { shingleSketch } from './shingle-sketch.ts';

export interface TextFingerprint {
  /** The first 128 bits of the text's SHA-256, base64. */
  readonly hash: string;
  /** Null where the text is too short to be near another one without being the same. */
  readonly sketch: string | null;
}

const HASH_CHARACTERS = 22;

/** @param parts texts of a record, in order; where one ends belongs to what is compared exactly */
export function textFingerprint(parts: readonly string[]): TextFingerprint {
  const hash = createHash('sha256')
    .update(`${parts.join('\0')}\0`)
    .digest('base64');
  return { hash: hash.slice(0, HASH_CHARACTERS), sketch: shingleSketch(parts) };
}
