/** Where brackets close and arguments end in Python text, seen past strings. */

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

export interface Bracketed {
  /** Offset after the closing bracket. */
  readonly end: number;
  /** Offsets of what stands between the commas of the outermost level, from and to. */
  readonly items: readonly (readonly [number, number])[];
}

/**
 * @param open offset of an opening bracket
 * @returns its extent and items, or null where it never closes, or is closed by another bracket
 */
export function bracketed(text: string, open: number): Bracketed | null {
  const expected: string[] = [];
  const items: [number, number][] = [];
  let start = open + 1;
  for (let at = open; at < text.length; at++) {
    const character = text[at]!;
    if (character === '"' || character === "'") {
      const end = stringEnd(text, at);
      if (end === null) return null;
      at = end - 1;
    } else if (CLOSING[character] !== undefined) {
      expected.push(CLOSING[character]);
    } else if (character === ')' || character === ']' || character === '}') {
      if (expected.pop() !== character) return null;
      if (expected.length > 0) continue;
      if (items.length > 0 || text.slice(start, at).trim() !== '') items.push([start, at]);
      return { end: at + 1, items };
    } else if (character === ',' && expected.length === 1) {
      items.push([start, at]);
      start = at + 1;
    }
  }
  return null;
}

/** @returns the offset after the string that begins with the quote at `at`, or null where it never ends */
function stringEnd(text: string, at: number): number | null {
  const quote = text[at]!;
  const closing = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
  for (let end = at + closing.length; end < text.length; end++) {
    if (text[end] === '\\') end++;
    else if (text.startsWith(closing, end)) return end + closing.length;
    else if (closing.length === 1 && text[end] === '\n') return null;
  }
  return null;
}
