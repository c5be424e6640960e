/** Miniature manifests and rows of token_stats for tests. */
import type { Manifest, Source } from '../corpus/manifest.ts';
import type { Row } from '../corpus/index.ts';

type TokenStat = Row<'token_stats'>;

type MiniSource = Pick<Source, 'source' | 'stage' | 'licence' | 'components'>;

/** @returns a manifest of which only the sources mean something */
export function miniManifest(sources: readonly MiniSource[]): Manifest {
  return {
    title: 'Mini',
    tokenizer: 'o200k_base',
    tables: {},
    sources: sources.map((source) => ({ title: source.source, ...source })),
  } as unknown as Manifest;
}

export interface MiniStat {
  readonly source: string;
  readonly component: string;
  readonly dimension?: string;
  readonly bucket?: string;
  readonly measure?: string;
  readonly count: number;
  readonly sum: number;
  /** lower, upper, records, value, tokens */
  readonly bins?: readonly (readonly [number, number, number, number, number | null])[];
  /** probability, value, error */
  readonly quantiles?: readonly (readonly [number, number, number | null])[];
}

/** @returns the rows of one distribution */
export function stat({ count, sum, bins = [], quantiles = [], ...group }: MiniStat): TokenStat[] {
  const base = {
    dimension: '',
    bucket: '',
    measure: 'tokens',
    ...group,
    lower: null,
    upper: null,
    records: null,
    tokens: null,
    error: null,
  };
  return [
    { ...base, statistic: 'count', value: count },
    { ...base, statistic: 'sum', value: sum },
    ...bins.map(([lower, upper, records, value, tokens]) => ({
      ...base,
      statistic: 'histogram',
      lower,
      upper,
      records,
      value,
      tokens,
    })),
    ...quantiles.map(([lower, value, error]) => ({ ...base, statistic: 'quantile', lower, value, error })),
  ];
}
