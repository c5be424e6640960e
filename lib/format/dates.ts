/** Times for people, in UTC: a corpus is the same everywhere. */

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/**
 * The day of a time.
 * @param iso ISO 8601 time, or null where unknown
 * @returns e.g. `4 Mar 2026`; `unknown` for null, and the text itself where it is no time
 */
export function formatDate(iso: string | null): string {
  if (iso === null) return 'unknown';
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : day.format(time);
}

/**
 * How long something took.
 * @param milliseconds duration
 * @returns e.g. `85 ms`, `2.4 s`, `1 min 12 s`
 */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 999.5) return `${Math.round(milliseconds)}\u202fms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1_000).toFixed(1)}\u202fs`;
  const seconds = Math.round(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)}\u202fmin ${seconds % 60}\u202fs`;
}
