/**
 * What every page reads first, asked for while the page's code is still on its way: corpora.json and, of the corpus that
 * the address names, corpus.json. From afar that saves two round trips.
 */
import { BASE_PATH } from './site.ts';

declare global {
  interface Window {
    /** Answers by absolute URL; each is taken once. */
    forgeReadAhead?: Map<string, Promise<Response>>;
  }
}

/**
 * The script for the head of the page. It only asks: a list that is not as it should be, or a corpus on another host, is
 * left to the page, which says what is wrong.
 */
export const READ_AHEAD_SCRIPT = `(() => {
  const answers = (window.forgeReadAhead = new Map());
  const ask = (url) => {
    const answer = fetch(url, { cache: 'no-cache' });
    answers.set(url, answer);
    return answer;
  };
  const wanted = new URLSearchParams(location.search).get('corpus');
  if (wanted !== null && wanted.includes(':')) return;
  const list = new URL('${BASE_PATH}/corpora.json', location.origin).href;
  ask(list)
    .then((answer) => answer.clone().json())
    .then(({ corpora }) => {
      const { url } = corpora.find(({ name }) => wanted === null || name === wanted);
      return ask(new URL('corpus.json', new URL(url.endsWith('/') ? url : url + '/', list)).href);
    })
    .catch(() => {});
})();`;

/** As fetch, for what may have been asked for already. */
export const fetchReadAhead: typeof fetch = (input, init) => {
  const url = typeof input === 'string' ? input : '';
  const answer = window.forgeReadAhead?.get(url);
  window.forgeReadAhead?.delete(url);
  return answer ?? fetch(input, init);
};
