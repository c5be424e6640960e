/** Statistics that others published about their data, read from their files for a comparison. */
import type { SeriesBin } from '../series.ts';

/** How one statistic is distributed over documents. */
export interface PublishedHistogram {
  readonly kind: 'histogram';
  /** Where it was read from, for people. */
  readonly origin: string;
  /** Name of the statistic in its file, e.g. `length`. */
  readonly statistic: string;
  readonly documents: number;
  /** Sum of the statistic over all documents. */
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  /** Exact values, or ranges of them; whole numbers where the statistic counts. */
  readonly bins: readonly SeriesBin[];
  readonly whole: boolean;
}

/** One statistic in a few numbers. */
export interface PublishedSummary {
  readonly kind: 'summary';
  readonly origin: string;
  readonly statistic: string;
  readonly documents: number;
  readonly sum: number;
  readonly mean: number;
  readonly deviation: number;
  readonly min: number;
  readonly max: number;
}

/** One statistic per value of a key, e.g. per host name. */
export interface PublishedGroups {
  readonly kind: 'groups';
  readonly origin: string;
  readonly statistic: string;
  /** What the keys are: fqdn, suffix. */
  readonly group: string;
  /** Most documents first. */
  readonly entries: readonly {
    readonly key: string;
    readonly documents: number;
    readonly sum: number;
    readonly mean: number;
  }[];
}

/** What a dataset's card or its dataset_info says. */
export interface PublishedDataset {
  readonly kind: 'dataset';
  readonly origin: string;
  readonly configuration: string;
  readonly features: readonly { readonly name: string; readonly type: string }[];
  readonly splits: readonly {
    readonly name: string;
    readonly examples: number | null;
    readonly bytes: number | null;
  }[];
  /** Bytes of its files; null where not stated. */
  readonly downloadBytes: number | null;
}

export type Published = PublishedHistogram | PublishedSummary | PublishedGroups | PublishedDataset;

/** A file that someone chose. */
export interface PublishedFile {
  /** Its path within what was chosen; folders tell what a datatrove file holds. */
  readonly path: string;
  readonly text: string;
}

/** A file is not what it should be: what is wrong, and what would be right. */
export class PublishedError extends Error {
  override readonly name = 'PublishedError';
}
