/** Pages that agents of the web see: their texts are kept apart, since they are large and repeat. */
import type { JsonObject } from '../json-value.ts';
import type { AttachedText } from '../records.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  raw_html: 'text/html',
  cleaned_html: 'text/html',
  axtree: 'text/plain',
};

/** @returns the page's texts that are there, by the name of their field */
export function pageTexts(page: JsonObject): AttachedText[] {
  return Object.entries(MEDIA_TYPES).flatMap(([name, media_type]) => {
    const content = page[name];
    return typeof content === 'string' && content !== '' ? [{ name, media_type, encoding: 'text', content }] : [];
  });
}
