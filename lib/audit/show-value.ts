import { shorten } from '../adapters/text/plain.ts';

const LENGTH = 80;
const VALUES = 8;

/** @returns a value as JSON, bounded */
export function showValue(value: unknown): string {
  return shorten(
    typeof value === 'string' ? JSON.stringify(value.slice(0, LENGTH)) : (JSON.stringify(value) ?? '?'),
    LENGTH,
  );
}

/** @returns several values as JSON, bounded in number and length */
export function showValues(values: readonly unknown[]): string {
  const rest = values.length - VALUES;
  return values.slice(0, VALUES).map(showValue).join(', ') + (rest > 0 ? ` or ${rest} more` : '');
}
