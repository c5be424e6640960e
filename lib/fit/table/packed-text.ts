/** A small table within a link: its text, deflated, in the letters that a URL takes. */
import { deflateSync, inflateSync } from 'fflate';

/** Letters of a link that a table may take: some programs cut links that are longer. */
const MAX_LETTERS = 8_192;
/** Bytes that a link may unfold to. */
const MAX_BYTES = 1 << 20;

/** @returns the letters, or null where the table is too large for a link */
export function packText(text: string): string | null {
  const packed = deflateSync(new TextEncoder().encode(text), { level: 9 });
  if (packed.length > MAX_LETTERS) return null;
  const letters = btoa(String.fromCharCode(...packed))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  return letters.length > MAX_LETTERS ? null : letters;
}

/** @returns the text, or null where the letters hold none */
export function unpackText(letters: string): string | null {
  if (letters.length > MAX_LETTERS || !/^[\w-]+$/.test(letters)) return null;
  try {
    const packed = Uint8Array.from(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    // A thousand times the letters at most.
    const bytes = inflateSync(packed);
    if (bytes.length > MAX_BYTES) return null;
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
