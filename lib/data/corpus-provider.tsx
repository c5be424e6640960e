/** Which corpus is open: `?corpus=` names one of /corpora.json or gives the address of a folder; else the first one. */
'use client';

import { useQueryState } from 'nuqs';
import { createContext, use, useContext, type ReactNode } from 'react';
import { fetchCorpora, openCorpus, type Corpus, type CorpusEntry } from '../duckdb/corpus-file.ts';
import { ManifestError } from '../duckdb/errors.ts';
import { corpusParser } from '../url/corpus.ts';
import { PromiseCache } from './promise-cache.ts';
import { fetchReadAhead } from './read-ahead.ts';
import { siteUrl } from './site.ts';

const corpora = new PromiseCache<readonly CorpusEntry[]>(1);
const opened = new PromiseCache<Corpus>(8);
const CorpusContext = createContext<string | null>(null);

/** Tells everything below it which corpus is open. Needs nuqs' adapter above it, and a Suspense boundary around it. */
export function CorpusProvider({ children }: { readonly children: ReactNode }) {
  const [wanted] = useQueryState('corpus', corpusParser);
  return <CorpusContext value={wanted}>{children}</CorpusContext>;
}

/**
 * Asks for corpus.json of the page's corpus while the rest of the page's code is still read. Nothing is drawn before
 * it, and what is there at the first render needs no fallback, which React would keep up for 300 ms.
 */
export function preloadCorpus(): Promise<Corpus> | null {
  if (typeof window === 'undefined') return null;
  const wanted = new URLSearchParams(window.location.search).get('corpus');
  const opening = loadCorpus(wanted === null ? null : corpusParser.parse(wanted));
  opening.catch(() => {});
  return opening;
}

/**
 * The open corpus. Suspends until corpus.json is read.
 * @throws ManifestError
 */
export function useCorpus(): Corpus {
  const wanted = useContext(CorpusContext);
  onlyInBrowser();
  return use(loadCorpus(wanted));
}

/**
 * Another corpus, beside the open one. Suspends until its corpus.json is read.
 * @param wanted name or address, as in the URL
 * @throws ManifestError
 */
export function useOtherCorpus(wanted: string): Corpus {
  onlyInBrowser();
  return use(loadCorpus(wanted));
}

/**
 * The corpora that are served here. Suspends.
 * @throws ManifestError
 */
export function useCorpora(): readonly CorpusEntry[] {
  onlyInBrowser();
  return use(loadCorpora());
}

/** Forgets corpora that could not be opened, so that the next render tries again. */
export function forgetFailedCorpora(): void {
  corpora.forgetFailures();
  opened.forgetFailures();
}

function loadCorpora(): Promise<readonly CorpusEntry[]> {
  return corpora.get('corpora.json', () => fetchCorpora(siteUrl('corpora.json'), fetchReadAhead));
}

/** @param wanted name, address, or null for the first corpus that is served here */
function loadCorpus(wanted: string | null): Promise<Corpus> {
  return opened.get(wanted ?? '', async () => openCorpus(await folderOf(wanted), fetchReadAhead));
}

async function folderOf(wanted: string | null): Promise<string> {
  if (wanted !== null && /^https?:\/\//.test(wanted)) return wanted;
  const url = siteUrl('corpora.json');
  const named = (entries: readonly CorpusEntry[]) =>
    wanted === null ? entries[0] : entries.find(({ name }) => name === wanted);
  // A corpus may have been added since the list was read.
  const found = named(await loadCorpora()) ?? named(await fetchCorpora(url));
  if (found === undefined) throw new ManifestError('unknown-name', url, wanted ?? 'the list is empty');
  return found.url;
}

/**
 * There is no corpus on the server: the prerendered page holds the fallback, and the browser goes on from there. Next
 * knows this digest as "leave it to the browser", and does not report it.
 */
function onlyInBrowser(): void {
  if (typeof window !== 'undefined') return;
  throw Object.assign(new Error('corpora are read in the browser'), { digest: 'BAILOUT_TO_CLIENT_SIDE_RENDERING' });
}
