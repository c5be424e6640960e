import { expectRecord, prefetchQuery, preloadCorpus } from '@/lib/data';
import { trajectoryFirstSteps } from '@/lib/queries/trajectories';
import { idParser } from '@/lib/url';

/**
 * A link leads to this page: its steps are asked for as soon as corpus.json is read, before anything is drawn.
 * @param place the query of the page's address
 */
export function readLinkedSteps(place: URLSearchParams): void {
  expectRecord();
  const id = idParser.parse(place.get('id') ?? '');
  if (id === null) return;
  preloadCorpus()?.then(
    (corpus) => prefetchQuery(corpus, trajectoryFirstSteps(id), { background: false }),
    // The page says what is wrong with the corpus.
    () => {},
  );
}
