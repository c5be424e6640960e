/** What the readers of JSON and YAML have in common. */
import { RAW_LIMIT, type Problem } from '../reasons.ts';

/** A parsed text that still knows where its parts were written. */
export interface Parsed {
  readonly value: unknown;
  readonly format: 'json' | 'yaml';
  readonly problems: readonly Problem[];
  /**
   * @param path keys from the root to an operation of the document
   * @param value the operation, as it stands in `value`
   * @returns its exact source text; where the same keys occur twice, that of the one that was taken
   */
  rawOf(path: readonly string[], value: unknown): string;
  /** Operations that the text holds but `value` does not, since a key was repeated: their pointers and source. */
  readonly lost: readonly { readonly pointer: string; readonly raw: string }[];
}

/** A text that could not be parsed. */
export interface Unparsed {
  readonly failure: Problem;
}

/** @returns `line:column` of an offset, both from 1 */
export function lineColumn(text: string, offset: number): string {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next !== -1 && next < offset; next = text.indexOf('\n', start)) {
    line++;
    start = next + 1;
  }
  return `${line}:${offset - start + 1}`;
}

/** @returns the text if it is short enough to keep, else as much of it around the offset */
export function neighbourhood(text: string, offset: number): string {
  if (text.length <= RAW_LIMIT) return text;
  const start = Math.max(0, Math.min(offset - RAW_LIMIT / 2, text.length - RAW_LIMIT));
  return text.slice(start, start + RAW_LIMIT);
}

/** @returns a few characters around an offset, on one line, for a message */
export function excerpt(text: string, offset: number): string {
  return text
    .slice(Math.max(0, offset - 30), offset + 30)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/**
 * Whether a number's digits survive double precision.
 * @param source a number as written, in JSON or YAML decimal syntax
 */
export function isExact(source: string): boolean {
  // Fifteen significant digits always survive, if the exponent is small.
  if (source.length <= 15 && !/[eE]/.test(source)) return true;
  return decimal(source) === decimal(String(Number(source)));
}

/** A decimal numeral in one canonical spelling: sign, digits without outer zeros, exponent of the last digit. */
function decimal(numeral: string): string {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(numeral);
  if (!match) return numeral;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const last = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${sign === '-' ? '-' : ''}${significant}e${last}`;
}

/** Collects inexact numbers: one warning for each distinct numeral, however often it occurs. */
export class InexactNumbers {
  readonly #found = new Map<string, { readonly position: string; count: number }>();

  add(numeral: string, position: () => string): void {
    const known = this.#found.get(numeral);
    if (known) known.count++;
    else this.#found.set(numeral, { position: position(), count: 1 });
  }

  problems(): Problem[] {
    return [...this.#found].map(([numeral, { position, count }]) => {
      const times = count === 1 ? '' : ` (${count} times; the first is here)`;
      const message = `${numeral} is read as ${Number(numeral)}${times}; the raw text keeps its digits.`;
      return { severity: 'warning', reason: 'inexact-number', position, message, raw: numeral };
    });
  }
}
