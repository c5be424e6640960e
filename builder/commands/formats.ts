/** `forge formats`: what `forge import` and the page for opening files can read. */
import type { Adapter } from '../../lib/adapters/adapter.ts';
import { adapters } from '../../lib/adapters/registry.ts';

/** What people are told of a format. */
export type Format = Pick<Adapter, 'name' | 'title' | 'yields' | 'doc' | 'reference'>;

/** @returns all formats in order of name */
export function formats(): Format[] {
  return adapters
    .map(({ name, title, yields, doc, reference }) => ({ name, title, yields, doc, reference }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** @returns a paragraph a format, for a terminal */
export function describeFormats(all: readonly Format[]): string {
  return all
    .map(
      ({ name, title, yields, doc, reference }) => `${name}: ${title} (${yields.join(', ')})\n  ${doc}\n  ${reference}`,
    )
    .join('\n\n');
}
