/** Positions and ticks of chart axes. */

export interface ChartScale {
  /** @returns the position in px of a value */
  readonly at: (value: number) => number;
  /** Values that have a label, ascending. */
  readonly ticks: readonly number[];
}

/**
 * A linear axis from 0.
 * @param max largest value; the axis ends at the next even step above it
 * @param from position of 0 in px
 * @param to position of the end in px
 * @param count ticks that are aimed at
 */
export function linearScale(max: number, from: number, to: number, count = 4): ChartScale {
  const step = evenStep(Math.max(max, Number.MIN_VALUE) / count);
  const steps = Math.max(1, Math.ceil(max / step - 1e-9));
  const ticks = Array.from({ length: steps + 1 }, (_, index) => round(index * step));
  return { at: (value) => from + ((to - from) * value) / (steps * step), ticks };
}

/** The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below a step. */
function evenStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= step * (1 - 1e-9)) ?? 10;
  return factor * power;
}

const round = (value: number): number => Number(value.toPrecision(12));

/** Counts below this have a bin each, as lib/stats/bins has them: the axis is linear there. */
const LINEAR_UP_TO = 4;

/**
 * A logarithmic axis for counts, which may be 0: linear up to 4 (where an octave is as wide as the steps of one there), logarithmic above.
 * @param min smallest value shown
 * @param max largest value shown
 * @param from position of `min` in px
 * @param to position of `max` in px
 */
export function logScale(min: number, max: number, from: number, to: number): ChartScale {
  const start = octave(min);
  const span = Math.max(octave(max) - start, 1e-9);
  const at = (value: number) => from + ((to - from) * (octave(value) - start)) / span;
  const ticks = logTicks(min, max, Math.max(2, Math.floor(Math.abs(to - from) / 56)));
  return { at, ticks };
}

/** Octaves from 0; 4 is at 1, 8 at 2, 16 at 3. */
function octave(value: number): number {
  return value <= LINEAR_UP_TO ? value / LINEAR_UP_TO : 1 + Math.log2(value / LINEAR_UP_TO);
}

/** Powers of two that lie within, every n-th of them where all would not fit. */
function logTicks(min: number, max: number, most: number): number[] {
  const first = Math.max(0, Math.ceil(Math.log2(Math.max(min, 1))));
  const last = Math.floor(Math.log2(Math.max(max, 1)));
  const every = Math.max(1, Math.ceil((last - first + 1) / most));
  const powers: number[] = [];
  for (let power = first; power <= last; power++) if (power % every === 0 && power >= 1) powers.push(2 ** power);
  return min <= 0 ? [0, ...powers.filter((power) => power >= 4)] : powers;
}

/** The linear axis of a ratio between two values that are not 0. */
export function spanScale(min: number, max: number, from: number, to: number, count = 6): ChartScale {
  const step = evenStep(Math.max(max - min, 1e-9) / count);
  const first = Math.floor(min / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(max / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => round((first + index) * step));
  return { at: (value) => from + ((to - from) * (value / step - first)) / (last - first), ticks };
}
