/** The rows of the length charts, from the token_stats of one or two corpora. */
import { recordsHref, type LengthMeasure, type Weight } from '@/lib/url';
import { seriesOf, type Series } from '@/lib/mixture/series';
import { weightedBins, type WeightedBin } from '@/lib/mixture/weights';
import { formatPlural } from '@/lib/format/numbers';
import { MEASURE_WORDS } from './measures';
import type { LengthRow } from './length-row';
import { sourceTitle, type CorpusStats } from './shown-corpus';

/** Lines of one colour that cross each other: solid, then ever shorter dashes. */
const DASHES = ['', '7 3', '3 2', '8 2 2 2', '1 2'] as const;

/**
 * @param measure e.g. `tokens`
 * @param weight what a bin counts
 * @param components those that are shown
 * @returns a row per corpus, source and component that has the measure, in order of component
 */
export function lengthRows(
  corpora: readonly CorpusStats[],
  measure: LengthMeasure,
  weight: Weight,
  components: readonly string[],
): LengthRow[] {
  const seen = new Map<string, number>();
  return corpora.flatMap((corpus) =>
    seriesOf(corpus.stats, measure)
      .filter(({ component }) => components.includes(component))
      .flatMap((series) => {
        const bins = weightedBins(series, weight);
        if (bins === null) return [];
        const nth = seen.get(series.component) ?? 0;
        seen.set(series.component, nth + 1);
        return [lengthRow(corpus, series, bins, DASHES[nth % DASHES.length] ?? '', MEASURE_WORDS[measure].each)];
      }),
  );
}

export function lengthRow(
  corpus: CorpusStats,
  series: Series,
  bins: readonly WeightedBin[],
  dash: string,
  noun = 'record',
): LengthRow {
  const { manifest, link, beside } = corpus;
  const { source, component, measure } = series;
  const place = { corpus: link, component, sources: [source] };
  return {
    key: `${beside} ${component} ${source}`,
    label: sourceTitle(manifest, source),
    note: beside ? `${component}, ${manifest.title}` : component,
    counted: formatPlural(series.count, noun),
    colour: `var(--c-${component})`,
    outlined: beside,
    dash,
    series,
    bins,
    href: recordsHref(place),
    hrefOf: (bin) => recordsHref({ ...place, range: rangeOf(measure, bin) }),
  };
}

/** The range of a bin in a link, where both ends are inclusive: up to the last value that a link tells apart from its end. */
export function rangeOf(measure: string, { lower, upper }: Pick<WeightedBin, 'lower' | 'upper'>) {
  return { measure, limits: [lower, upper - (measure === 'tokens_per_byte' ? 1e-9 : 1)] } as const;
}

/** Measures that a corpus has values of, in the order in which they are offered. */
export function measuresOf(corpora: readonly CorpusStats[], all: readonly LengthMeasure[]): LengthMeasure[] {
  const known = new Set(corpora.flatMap(({ stats }) => stats.map(({ measure }) => measure)));
  return all.filter((measure) => known.has(measure));
}
