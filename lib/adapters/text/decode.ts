/** Bytes to text. Nothing is lost: what is not UTF-8 is read as what it most likely is, with a warning. */
import type { Problem } from '../reasons.ts';

export interface Decoded {
  readonly text: string;
  readonly problems: readonly Problem[];
}

const BYTE_ORDER_MARK = 0xfeff;

/** The encodings that declare themselves by a mark that is not UTF-8's. */
function markedEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Offset of the first byte that is not part of valid UTF-8, found by halving. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    try {
      // `stream` forgives a character that the cut divides, but not a byte that cannot stand.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      valid = middle;
    } catch {
      invalid = middle;
    }
  }
  return valid;
}

function decodeWith(bytes: Uint8Array, encoding: string, offset: number): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  const message = `Byte ${offset} is not valid UTF-8; the file was read as ${encoding}.`;
  const raw = text.slice(Math.max(0, offset - 100), offset + 100);
  return {
    text,
    problems: [{ severity: 'warning', reason: 'wrong-encoding', position: `byte ${offset}`, message, raw }],
  };
}

/**
 * Decodes a text file: strict UTF-8; UTF-16 where a mark says so; else windows-1252, in which every byte is a character.
 * @param bytes the whole file
 * @returns its text without a byte order mark, and what was unusual about it
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = markedEncoding(bytes);
  if (marked) return decodeWith(bytes, marked, 0);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeWith(bytes, 'windows-1252', firstInvalidByte(bytes));
  }
  if (text.charCodeAt(0) !== BYTE_ORDER_MARK) return { text, problems: [] };
  const message = 'The file begins with a byte order mark (EF BB BF), which was left out.';
  const problem: Problem = { severity: 'warning', reason: 'byte-order-mark', position: 'byte 0', message, raw: null };
  return { text: text.slice(1), problems: [problem] };
}
