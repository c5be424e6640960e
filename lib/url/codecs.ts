/** Values of search parameters as text. Bad text is null, never an error; parse(serialize(v)) equals v. */

/** Longest text that a parameter may hold, and most values that a list may: a URL is hostile. */
export const MAX_TEXT = 300;
export const MAX_VALUES = 200;

/** Alternatives, separated by commas; `\` escapes a comma or itself, and `\0` is the empty text ("no value"). */
export function parseList(text: string): string[] | null {
  const values = parseRepeated(text);
  return values === null ? null : [...new Set(values)];
}

/** As parseList, the same value any number of times. */
export function parseRepeated(text: string): string[] | null {
  if (text === '') return null;
  const values: string[] = [];
  let value = '';
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === ',') {
      values.push(value);
      value = '';
    } else if (character === '\\') {
      const escaped = text[++i];
      if (escaped === undefined) return null;
      value += escaped === '0' ? '' : escaped;
    } else value += character;
  }
  values.push(value);
  // Distinct values count: a list that repeats itself is no longer than what it says.
  return new Set(values).size <= MAX_VALUES && values.every((item) => item.length <= MAX_TEXT) ? values : null;
}

export function serializeList(values: readonly string[]): string {
  return values.map((value) => (value === '' ? '\\0' : value.replace(/[\\,]/g, '\\$&'))).join(',');
}

export type RangeValue = readonly [min: number | null, max: number | null];

/** `2..10`, `2..`, `..10` or `2`: whole numbers from 0, both ends inclusive. */
export function parseRange(text: string): RangeValue | null {
  const found = /^(\d{0,10})(\.\.)?(\d{0,10})$/.exec(text);
  if (found === null) return null;
  const [, min = '', dots, max = ''] = found;
  if (dots === undefined) return min === '' ? null : [Number(min), Number(min)];
  if (min === '' && max === '') return null;
  const range = [min === '' ? null : Number(min), max === '' ? null : Number(max)] as const;
  return range[0] !== null && range[1] !== null && range[0] > range[1] ? null : range;
}

export function serializeRange([min, max]: RangeValue): string {
  return `${min ?? ''}..${max ?? ''}`;
}

const NUMBER = '-?\\d{1,9}(?:\\.\\d{1,9})?';
const LIMITS = new RegExp(`^(${NUMBER})?\\.\\.(${NUMBER})?$`);

/** `-0.5..1`, `0.9..` or `..0`: numbers of either sign, both ends inclusive. */
export function parseLimits(text: string): RangeValue | null {
  const found = LIMITS.exec(text);
  if (found === null) return null;
  const [, min, max] = found;
  if (min === undefined && max === undefined) return null;
  const limits = [min === undefined ? null : Number(min), max === undefined ? null : Number(max)] as const;
  return limits[0] !== null && limits[1] !== null && limits[0] > limits[1] ? null : limits;
}

export function serializeLimits([min, max]: RangeValue): string {
  return `${decimal(min)}..${decimal(max)}`;
}

/** Nine digits after the point: what parseLimits reads. */
function decimal(value: number | null): string {
  return value === null ? '' : value.toFixed(9).replace(/\.?0+$/, '');
}

export interface SampleValue {
  readonly n: number;
  readonly seed: number;
}

/** `100.7`: 100 rows drawn with seed 7. */
export function parseSample(text: string): SampleValue | null {
  const found = /^(\d{1,6})\.(\d{1,9})$/.exec(text);
  if (found === null) return null;
  const [n, seed] = [Number(found[1]), Number(found[2])];
  return n > 0 ? { n, seed } : null;
}

export function serializeSample({ n, seed }: SampleValue): string {
  return `${n}.${seed}`;
}

export interface SortValue<C extends string> {
  readonly column: C;
  readonly direction: 'asc' | 'desc';
}

/** `name` or `-doc_tokens`: a column that exists, descending where a minus is before it. */
export function parseSort<C extends string>(text: string, columns: readonly C[]): SortValue<C> | null {
  const descending = text.startsWith('-');
  const column = columns.find((candidate) => candidate === (descending ? text.slice(1) : text));
  return column === undefined ? null : { column, direction: descending ? 'desc' : 'asc' };
}

export function serializeSort({ column, direction }: SortValue<string>): string {
  return direction === 'desc' ? `-${column}` : column;
}

/** Free text, bounded; control characters become spaces, and half a character at the cut is dropped. */
export function parseText(text: string): string | null {
  const clean = text
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, MAX_TEXT)
    .replace(/[\ud800-\udbff]$/, '');
  return clean === '' ? null : clean;
}

/** One of a few words. */
export function parseWord<W extends string>(text: string, words: readonly W[]): W | null {
  return words.find((word) => word === text) ?? null;
}
