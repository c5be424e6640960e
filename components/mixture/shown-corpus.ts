import type { Manifest } from '@/lib/corpus/manifest';
import type { Corpus } from '@/lib/data';
import type { TokenStat } from '@/lib/mixture/token-stat';

/** A corpus on the page: the open one, or a second one beside it. */
export interface ShownCorpus {
  readonly corpus: Corpus;
  readonly manifest: Manifest;
  /** Value of `corpus` in links to its records. */
  readonly link: string | null;
  /** Beside the open one. */
  readonly beside: boolean;
}

export interface CorpusStats extends ShownCorpus {
  readonly stats: readonly TokenStat[];
}

/** @returns the title of a source for people */
export function sourceTitle(manifest: Manifest, source: string): string {
  return manifest.sources.find((entry) => entry.source === source)?.title ?? source;
}

/** @returns tokenizers of the corpora, for captions */
export function tokenizersOf(corpora: readonly ShownCorpus[]): string {
  return [...new Set(corpora.map(({ manifest }) => manifest.tokenizer))].join(' and ');
}
