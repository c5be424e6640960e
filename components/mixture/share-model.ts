/** Slices of one or two corpora with what the charts need to name, draw and open them. */
import { OTHER_BUCKET, type Component } from '@/lib/corpus';
import type { Manifest } from '@/lib/corpus/manifest';
import {
  needsStats,
  slicesOf,
  totalOf,
  type Amounts,
  type ShareBy,
  type ShareOf,
  type Slice,
} from '@/lib/mixture/shares';
import { recordsHref } from '@/lib/url';
import { sourceTitle, type CorpusStats } from './shown-corpus';

export interface ShareSlice {
  readonly key: string;
  readonly component: Component;
  readonly label: string;
  /** No value is stated. */
  readonly none: boolean;
  readonly amounts: Amounts;
  /** Of what is shown. */
  readonly amount: number;
  /** Part of the corpus, 0 to 1. */
  readonly share: number;
  readonly href: string | null;
}

export interface CorpusShares {
  readonly title: string;
  readonly beside: boolean;
  readonly total: number;
  readonly slices: readonly ShareSlice[];
}

/** What a bar is drawn from. */
export type BarSlice = Omit<ShareSlice, 'amounts'>;

export interface BarShares extends Omit<CorpusShares, 'slices'> {
  readonly slices: readonly BarSlice[];
}

/** @returns the shares of each corpus; slices that hold nothing of what is measured are left out */
export function sharesOf(corpora: readonly CorpusStats[], by: ShareBy, of: ShareOf): CorpusShares[] {
  return corpora.map((corpus) => {
    const slices = slicesOf(corpus.manifest, corpus.stats, by);
    const total = totalOf(slices, of);
    return {
      title: corpus.manifest.title,
      beside: corpus.beside,
      total,
      slices: slices.filter(({ amounts }) => amounts[of] > 0).map((slice) => shareSlice(corpus, slice, by, of, total)),
    };
  });
}

const NONE: Readonly<Record<ShareBy, string>> = {
  component: '',
  source: '',
  domain: 'no domain stated',
  language: 'no language stated',
  licence: 'no licence stated',
  stage: 'no stage stated',
};

function shareSlice(corpus: CorpusStats, slice: Slice, by: ShareBy, of: ShareOf, total: number): ShareSlice {
  const { component, value, amounts } = slice;
  return {
    key: `${component}\n${value}`,
    component,
    label: labelOf(corpus, slice, by),
    none: value === '',
    amounts,
    amount: amounts[of],
    share: total === 0 ? 0 : amounts[of] / total,
    href: hrefOf(corpus, slice, by),
  };
}

function labelOf({ manifest }: CorpusStats, { value }: Slice, by: ShareBy): string {
  if (value === '') return NONE[by];
  if (value === OTHER_BUCKET) return 'all others';
  return by === 'source' ? sourceTitle(manifest, value) : value;
}

function hrefOf({ link, manifest }: CorpusStats, slice: Slice, by: ShareBy): string | null {
  const { component, value, sources, inheritedBy } = slice;
  const place = { corpus: link, component } as const;
  if (by === 'component') return recordsHref(place);
  if (!needsStats(by) || isWhole(manifest, slice)) return recordsHref({ ...place, sources });
  return recordsHref({ ...place, where: { dimension: by, value, inheritedBy } });
}

/** Whether a slice is all that its sources contribute: a licence of the source alone, say, is in no column of its records. */
function isWhole({ sources: all }: Manifest, { component, sources, amounts }: Slice): boolean {
  const records = all
    .filter(({ source }) => sources.includes(source))
    .reduce((sum, { components }) => sum + (components[component]?.records ?? 0), 0);
  return records === amounts.records;
}
