/** `corpus=`: a name of /corpora.json, or the address of a folder. */
import { createParser } from 'nuqs/server';

/** @returns a name or an http(s) address; null for anything else. */
export function parseCorpus(text: string): string | null {
  if (/^[a-z0-9][a-z0-9._-]{0,99}$/i.test(text)) return text;
  if (text.length > 2_000 || !URL.canParse(text)) return null;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' ? text : null;
}

export const corpusParser = createParser({ parse: parseCorpus, serialize: (value: string) => value });
