/** Long text in pieces, so that a browser lays out only the pieces that are near the window. */

/**
 * Where to cut a text that is shown in part.
 * @param text the whole text
 * @param most code units to keep at most
 * @returns the length to keep: at the last line end in the second half of what fits, else at the last space there,
 *   else `most`; never within a surrogate pair
 */
export function cutAt(text: string, most: number): number {
  if (text.length <= most) return text.length;
  for (const separator of ['\n\n', '\n', ' ']) {
    const at = text.lastIndexOf(separator, most - separator.length);
    if (at >= most / 2) return at + separator.length;
  }
  return isLowSurrogate(text.charCodeAt(most)) ? most - 1 : most;
}

/**
 * @param text any text
 * @param size code units of a piece at most
 * @returns consecutive pieces that together are the text
 */
export function chunksOf(text: string, size: number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const length = cutAt(text.slice(at, at + size + 1), size);
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return pieces;
}

/**
 * Splits Markdown where a block ends for certain: at a blank line outside of a fence, before a line that is not indented.
 * @param text Markdown
 * @param size code units of a piece, about; a block that is longer stays whole
 */
export function blocksOf(text: string, size: number): string[] {
  const pieces: string[] = [];
  let start = 0;
  let fenced = false;
  let blank = false;
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    const next = end === -1 ? text.length : end + 1;
    const line = text.slice(at, Math.min(next, at + 200));
    if (blank && !fenced && at - start >= size && /^\S/.test(line)) {
      pieces.push(text.slice(start, at));
      start = at;
    }
    if (/^ {0,3}(?:```|~~~)/.test(line)) fenced = !fenced;
    blank = line.trim() === '';
    at = next;
  }
  return [...pieces, text.slice(start)];
}

/** @returns lines of a text; a last empty one does not count. */
export function countLines(text: string): number {
  let lines = text.endsWith('\n') || text === '' ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** @returns length of the first `lines` lines of a text. */
export function lengthOfLines(text: string, lines: number): number {
  let at = -1;
  for (let line = 0; line < lines; line++) {
    at = text.indexOf('\n', at + 1);
    if (at === -1) return text.length;
  }
  return at + 1;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
