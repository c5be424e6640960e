/** Counts as people type them. */

const SUFFIXES = { k: 1e3, m: 1e6, b: 1e9, g: 1e9, t: 1e12 } as const;

/** More would not be exact. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/**
 * Reads a count such as `103B`, `1.5M`, `20 k`, `2,000,000` or `1e9`.
 * @param text as typed; k, M, B (or G) and T stand for thousands to millions of millions, in either case
 * @returns a whole number from 0, or null where the text is none
 */
export function parseCount(text: string): number | null {
  const found = /^(\d+(?:\.\d+)?|\.\d+)(e\d{1,2})?\s*([kmbgt])?$/i.exec(
    text.trim().replace(/(?<=\d)[,_ \u202f](?=\d{3}(?!\d))/g, ''),
  );
  if (found === null) return null;
  const [, digits = '', exponent = '', suffix = ''] = found;
  const scale = suffix === '' ? 1 : SUFFIXES[suffix.toLowerCase() as keyof typeof SUFFIXES];
  const value = Math.round(Number(digits + exponent) * scale);
  return value <= LARGEST ? value : null;
}

/**
 * Writes a count as parseCount reads it, short but exact.
 * @param count a whole number from 0
 * @returns e.g. `103B`, `1.5M`, `48392274`
 */
export function exactCount(count: number): string {
  for (const [suffix, scale] of [
    ['T', 1e12],
    ['B', 1e9],
    ['M', 1e6],
    ['k', 1e3],
  ] as const) {
    const short = `${Number((count / scale).toPrecision(6))}${suffix}`;
    if (count >= scale && short.length <= 8 && parseCount(short) === count) return short;
  }
  return String(count);
}
