/**
 * Patterns of paths: `*` and `?` within a name, `**` for any number of folders. No package that the project depends on has
 * them, and Node 20 has no fs.globSync.
 */
import { existsSync } from 'node:fs';

/** @returns whether a path is a pattern, and not the name of something that is there */
export function isPattern(place: string): boolean {
  return /[*?]/.test(place) && !existsSync(place);
}

/**
 * @param pattern with forward slashes
 * @returns the folder that all matches are in, and what tells by a path relative to it whether it matches
 */
export function parsePattern(pattern: string): { readonly base: string; matches(relative: string): boolean } {
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => /[*?]/.test(part));
  const rest = parts.slice(first);
  const source = rest.map((part, i) => segment(part, i === rest.length - 1)).join('');
  const expression = new RegExp(`^${source}$`);
  // A pattern from the root begins with an empty part.
  const base = parts.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.');
  return { base, matches: (relative) => expression.test(relative) };
}

function segment(part: string, isLast: boolean): string {
  if (part === '**') return isLast ? '.*' : '(?:[^/]+/)*';
  const name = part
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]');
  return isLast ? name : `${name}/`;
}
