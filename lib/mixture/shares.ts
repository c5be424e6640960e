/** What a corpus is made of: tokens, records, characters and trajectories by component, source or a column's values. */
import { COMPONENTS, type Component } from '../corpus/index.ts';
import type { Manifest } from '../corpus/manifest.ts';
import { seriesOf } from './series.ts';
import { stratumKey } from './strata.ts';
import type { TokenStat } from './token-stat.ts';

export type ShareBy = 'component' | 'source' | 'domain' | 'language' | 'licence' | 'stage';
export type ShareOf = 'tokens' | 'records' | 'chars' | 'trajectories';

export type Amounts = Readonly<Record<ShareOf, number>>;

/** One value of what shares are taken by, within one component. */
export interface Slice {
  readonly component: Component;
  /** A component, a source, or a value of the dimension; '' for records that have none. */
  readonly value: string;
  /** Sources that contribute, of most tokens first. */
  readonly sources: readonly string[];
  /** Of a licence: those of the sources whose records have it from them. */
  readonly inheritedBy: readonly string[];
  readonly amounts: Amounts;
}

/** The dimensions that corpus.json alone answers. */
export function needsStats(by: ShareBy): by is 'domain' | 'language' | 'licence' {
  return by === 'domain' || by === 'language' || by === 'licence';
}

/**
 * @param manifest the corpus
 * @param stats its token_stats; only asked where `needsStats(by)`
 * @returns slices in order of component, then of most tokens; they add up to the corpus
 */
export function slicesOf(manifest: Manifest, stats: readonly TokenStat[], by: ShareBy): Slice[] {
  const parts = needsStats(by) ? partsByDimension(manifest, stats, by) : partsBySource(manifest, by);
  return gather(parts);
}

/** The sum of what slices hold. */
export function totalOf(slices: readonly Slice[], of: ShareOf): number {
  return slices.reduce((sum, { amounts }) => sum + amounts[of], 0);
}

interface Part {
  readonly component: Component;
  readonly value: string;
  readonly source: string;
  /** The records have the value from their source. */
  readonly inherited?: boolean;
  readonly amounts: Amounts;
}

/** What each source contributes to each component, as corpus.json counts it. */
function contributions(manifest: Manifest): Omit<Part, 'value'>[] {
  return manifest.sources.flatMap(({ source, components }) =>
    COMPONENTS.flatMap((component) => {
      const counts = components[component];
      return counts === undefined ? [] : [{ component, source, amounts: amountsOf(component, counts) }];
    }),
  );
}

function amountsOf(component: Component, counts: Omit<Amounts, 'trajectories'>): Amounts {
  const { tokens, records, chars } = counts;
  return { tokens, records, chars, trajectories: component === 'trajectories' ? records : 0 };
}

function partsBySource(manifest: Manifest, by: 'component' | 'source' | 'stage'): Part[] {
  const stages = new Map(manifest.sources.map(({ source, stage }) => [source, stage ?? '']));
  return contributions(manifest).map((part) => ({
    ...part,
    value: by === 'component' ? part.component : by === 'source' ? part.source : (stages.get(part.source) ?? ''),
  }));
}

function partsByDimension(
  manifest: Manifest,
  stats: readonly TokenStat[],
  by: 'domain' | 'language' | 'licence',
): Part[] {
  const chars = new Map(
    seriesOf(stats, 'chars', by).map((series) => [`${stratum(series)}\n${series.bucket}`, series.sum]),
  );
  const measured = seriesOf(stats, 'tokens', by).map((series): Part => {
    const { component, source, bucket, count, sum } = series;
    const counts = { tokens: sum, records: count, chars: chars.get(`${stratum(series)}\n${bucket}`) ?? 0 };
    return { component, source, value: bucket, amounts: amountsOf(component, counts) };
  });
  const known = new Set(measured.map(stratum));
  const rest = contributions(manifest)
    .filter((part) => !known.has(stratum(part)))
    .map((part) => ({ ...part, value: '' }));
  const all = [...measured, ...rest];
  return by === 'licence'
    ? all.map((part) =>
        part.value === '' ? { ...part, value: licenceOf(manifest, part.source), inherited: true } : part,
      )
    : all;
}

const stratum = ({ source, component }: Pick<Part, 'source' | 'component'>): string => stratumKey(source, component);

/** A record without a licence of its own is under its source's. */
function licenceOf(manifest: Manifest, source: string): string {
  return manifest.sources.find((entry) => entry.source === source)?.licence ?? '';
}

function gather(parts: readonly Part[]): Slice[] {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const key = `${part.component}\n${part.value}`;
    const group = groups.get(key);
    if (group) group.push(part);
    else groups.set(key, [part]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const sources = group.toSorted((a, b) => b.amounts.tokens - a.amounts.tokens).map(({ source }) => source);
      const { component, value } = first;
      const inheritedBy = group.filter((part) => part.inherited).map(({ source }) => source);
      return [{ component, value, sources: [...new Set(sources)], inheritedBy, amounts: sumOf(group) }];
    })
    .toSorted(
      (a, b) =>
        COMPONENTS.indexOf(a.component) - COMPONENTS.indexOf(b.component) || b.amounts.tokens - a.amounts.tokens,
    );
}

function sumOf(parts: readonly Part[]): Amounts {
  const sum = (of: ShareOf) => parts.reduce((total, { amounts }) => total + amounts[of], 0);
  return { tokens: sum('tokens'), records: sum('records'), chars: sum('chars'), trajectories: sum('trajectories') };
}
