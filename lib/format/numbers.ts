/** Numbers for people. One locale (en), so that the same corpus reads the same everywhere and links can quote it. */

/**
 * A count in full. Grouped here and not by Intl, whose first formatter reads the data of its locale: 20 to 40 ms on a slow
 * machine, which the first screen would wait for.
 * @param value a count; fractions are rounded
 * @returns e.g. `125,205`
 */
export function formatCount(value: number): string {
  return String(Math.round(value)).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

const STEPS = [
  { from: 1e12, suffix: 'T' },
  { from: 1e9, suffix: 'B' },
  { from: 1e6, suffix: 'M' },
  { from: 1e3, suffix: 'k' },
] as const;

let fraction: Intl.NumberFormat | undefined;

/**
 * A count in full, or a ratio in four significant digits.
 * @returns e.g. `125,205`, `0.25`
 */
export function formatNumber(value: number): string {
  if (Number.isInteger(value)) return formatCount(value);
  fraction ??= new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
  return fraction.format(value);
}

/**
 * A count in three significant digits.
 * @param value a count, of tokens for instance
 * @returns e.g. `950`, `1.20 k`, `125 k`, `34.1 M`, `103 B`; narrow no-break space before the suffix
 */
export function formatCompact(value: number): string {
  const size = Math.abs(value);
  if (size < 1_000) return formatCount(value);
  // 999,950 is 1.00 M and not 1000 k.
  const step = STEPS.find(({ from }) => size >= from * 0.9995) ?? STEPS[3];
  return `${threeDigits(value / step.from)}\u202f${step.suffix}`;
}

function threeDigits(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2);
}

/**
 * A share.
 * @param share part of a whole, 0 to 1
 * @returns e.g. `12.3 %`; `< 0.1 %` for what is there but tiny, `> 99.9 %` for what is nearly all, `–` where not a number
 */
export function formatPercent(share: number): string {
  if (!Number.isFinite(share)) return '–';
  if (share > 0 && share < 0.0005) return '<\u202f0.1\u202f%';
  if (share < 1 && share > 0.9995) return '>\u202f99.9\u202f%';
  return `${(share * 100).toFixed(1)}\u202f%`;
}

/**
 * A noun with its count.
 * @param count how many
 * @param one the noun for exactly one
 * @param many the noun else; `one` + s by default
 * @returns e.g. `1 API`, `1,234 APIs`
 */
export function formatPlural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/**
 * A size of data, in decimal units as hosts and browsers show it.
 * @param bytes how many bytes
 * @returns e.g. `512 B`, `3.81 MB`
 */
export function formatBytes(bytes: number): string {
  if (bytes < 999.5) return `${formatCount(bytes)}\u202fB`;
  const units = ['kB', 'MB', 'GB', 'TB'] as const;
  let value = bytes / 1_000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return `${threeDigits(value)}\u202f${units[unit]!}`;
}
