/** Sliders move over bins that double in width: 0, 1, 2 to 3, 4 to 7 …, the bins of lib/queries/api-facets. */
import type { Range } from '@/lib/queries/api-filter';

/** Least value of a bin. */
export function binStart(bin: number): number {
  return bin <= 0 ? 0 : 2 ** (bin - 1);
}

/** Greatest value of a bin. */
export function binEnd(bin: number): number {
  return bin <= 0 ? 0 : 2 ** bin - 1;
}

/** Bin of a value. */
export function binOf(value: number): number {
  return value <= 0 ? 0 : Math.floor(Math.log2(value)) + 1;
}

/** Where the thumbs stand for a range; open ends stand at the ends of the slider. */
export function thumbs(range: Range | null, last: number): readonly [number, number] {
  const [min, max] = range ?? [null, null];
  const low = min === null ? 0 : Math.min(binOf(min), last);
  const high = max === null ? last : Math.min(binOf(max), last);
  return [low, Math.max(low, high)];
}

/** The range of two thumbs; an end of the slider is an open end, and both together no range at all. */
export function rangeOfThumbs([low, high]: readonly [number, number], last: number): Range | null {
  const min = low <= 0 ? null : binStart(low);
  const max = high >= last ? null : binEnd(high);
  return min === null && max === null ? null : [min, max];
}

/** Reads what was typed: whole numbers from 0, in order; an empty field is an open end. */
export function rangeOfText(min: string, max: string): Range | null {
  const low = readNumber(min);
  const high = readNumber(max);
  if (low === null && high === null) return null;
  return low !== null && high !== null && low > high ? [high, low] : [low, high];
}

function readNumber(text: string): number | null {
  const value = Number.parseInt(text.replaceAll(/[\s,]/g, ''), 10);
  return Number.isSafeInteger(value) && value >= 0 ? Math.min(value, 2 ** 31 - 1) : null;
}
