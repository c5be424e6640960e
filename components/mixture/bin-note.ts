import type { WeightedBin } from '@/lib/mixture/weights';
import { formatCount, formatPercent } from '@/lib/format/numbers';

/** @returns the whole numbers of a bin for people, e.g. `128 to 159` */
export function binRange({ lower, upper }: Pick<WeightedBin, 'lower' | 'upper'>): string {
  return upper - lower <= 1 ? formatCount(lower) : `${formatCount(lower)} to ${formatCount(upper - 1)}`;
}

/** What a bar says: its range, its amount and its share. */
export function binNote(bin: WeightedBin, unit: string, weight: string, label: string): string {
  return `${binRange(bin)} ${unit}\n${formatCount(bin.amount)} ${weight}, ${formatPercent(bin.share)}\n${label}`;
}
