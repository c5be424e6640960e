/**
 * What a page reads first, asked for while its code is still on its way: corpora.json (which `forge serve` writes into its
 * pages) and, of the corpus that the address names, corpus.json; where a link leads to a record, also the footer of the file
 * that holds it, which linked-record.ts then reads. From afar that saves three round trips.
 */
import type { TableName } from '../corpus/index.ts';
import type { RecordReader } from '../duckdb/engine.ts';
import { TAIL_BYTES } from '../duckdb/limits.ts';
import { RECORD_PAGES } from './record-pages.mjs';
import { BASE_PATH } from './site.ts';

/** The record that a link leads to, and corpus.json as it was parsed: whether it is one is for the page to say. */
export interface LinkedRecord {
  readonly baseUrl: string;
  readonly manifest: unknown;
  readonly table: TableName;
  readonly id: string;
}

declare global {
  interface Window {
    /** Answers by absolute URL, and range where that is asked for; null for what the page has taken, or asked for itself. */
    forgeReadAhead?: Map<string, Promise<Response> | null>;
    /** Null where the address leads to none. */
    forgeLinkedRecord?: Promise<LinkedRecord | null>;
    /** What linked-record.ts leaves behind. */
    forgeRecordReader?: RecordReader;
  }
}

/**
 * The script for the head of the page. It only asks: a list that is not as it should be, or a corpus on another host, is
 * left to the page, which says what is wrong.
 */
export const READ_AHEAD_SCRIPT = `(() => {
  const answers = (window.forgeReadAhead = new Map());
  const ask = async (url, range) => {
    const key = range ? url + ' ' + range : url;
    // The page was faster.
    if (answers.has(key)) throw null;
    const answer = fetch(url, range ? { headers: { Range: range } } : { cache: 'no-cache' });
    answers.set(key, answer);
    return answer;
  };
  const list = new URL('${BASE_PATH}/corpora.json', location.origin).href;
  const told = document.querySelector('meta[name=corpora]')?.content;
  if (told) answers.set(list, Promise.resolve(new Response(told)));
  const place = new URLSearchParams(location.search);
  const wanted = place.get('corpus');
  const id = place.get('id');
  const [, table] = ${JSON.stringify(RECORD_PAGES)}.find(([page]) => location.pathname.endsWith('/' + page + '/')) ?? [];
  if (wanted !== null && wanted.includes(':')) return;
  window.forgeLinkedRecord = (answers.get(list) ?? ask(list))
    .then((answer) => answer.clone().json())
    .then(({ corpora }) => {
      const { url } = corpora.find(({ name }) => wanted === null || name === wanted);
      const corpus = new URL('corpus.json', new URL(url.endsWith('/') ? url : url + '/', list)).href;
      return Promise.all([corpus, ask(corpus).then((answer) => table && id && answer.clone().json())]);
    })
    .then(([corpus, manifest]) => {
      for (const { path, bytes, first_id: first, last_id: last } of manifest ? manifest.tables[table].shards : []) {
        if (first > id || last < id) continue;
        const answer = ask(new URL(path, corpus).href, 'bytes=' + Math.max(0, bytes - ${TAIL_BYTES}) + '-' + (bytes - 1));
        answer.catch(() => {});
      }
      return manifest ? { baseUrl: new URL('.', corpus).href, manifest, table, id } : null;
    })
    .catch(() => null);
})();`;

/** As fetch, for what may have been asked for already. */
export const fetchReadAhead: typeof fetch = (input, init) => {
  const url = typeof input === 'string' ? input : '';
  const range = new Headers(init?.headers).get('range');
  const key = range === null ? url : `${url} ${range}`;
  const answer = window.forgeReadAhead?.get(key);
  window.forgeReadAhead?.set(key, null);
  return answer ?? fetch(input, init);
};
