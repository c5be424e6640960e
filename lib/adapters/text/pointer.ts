/** JSON pointers (RFC 6901). */

/** @returns the pointer to a place, e.g. `/paths/~1pets/get` */
export function pointer(...segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${escapeSegment(String(segment))}`).join('');
}

/** @returns a key as a segment of a pointer */
export function escapeSegment(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/**
 * @param fragment a pointer as a reference has it: `#` and the pointer, possibly percent-encoded
 * @returns its keys
 */
export function fragmentKeys(fragment: string): string[] {
  return fragment
    .slice(1)
    .split('/')
    .slice(1)
    .map((segment) => percentDecoded(segment).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function percentDecoded(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
