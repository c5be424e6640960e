/** Numbers of a fit for people. */
import type { Estimate } from '@/lib/fit/question';

/** Four significant digits. */
export function formatValue(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e5)) return value.toExponential(2).replace('-', '−');
  return String(Number(value.toPrecision(4))).replace('-', '−');
}

/** `from to to`, or a dash where there is no interval. */
export function formatInterval({ low, high }: Estimate, format: (value: number) => string = formatValue): string {
  return low === null || high === null ? '–' : `${format(low)} to ${format(high)}`;
}
