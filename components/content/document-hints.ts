import type { ContentHints } from './content-kind';

/** Languages that are read, not run: they are shown by their media type. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  markdown: 'text/markdown',
  json: 'application/json',
  html: 'text/html',
  text: 'text/plain',
};

/**
 * How a document of a corpus is shown.
 * @param language as the corpus names it, e.g. TypeScript; null where it is not known
 */
export function documentHints(component: string, language: string | null): ContentHints {
  const name = language?.toLowerCase() ?? null;
  const type = name === null ? 'text/plain' : (MEDIA_TYPES[name] ?? null);
  return { type, speaker: 'document', language: type === null && component === 'code' ? name : null };
}
