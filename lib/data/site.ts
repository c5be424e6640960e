/** Where this site is: an export may be served below a path. */

/** Path below which the site is served, without a slash at its end; set at build time. */
export const BASE_PATH = process.env['NEXT_PUBLIC_BASE_PATH'] ?? '';

/** @returns the absolute URL of a file of the site, e.g. `engine/` or `corpora.json`. */
export function siteUrl(path: string): string {
  return new URL(`${BASE_PATH}/${path}`, window.location.origin).href;
}
