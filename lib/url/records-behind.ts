/** From a number of the mixture to the list of the records that it counts. */
import { OTHER_BUCKET, type Component, type DuplicateKind } from '../corpus/index.ts';
import { TOKEN_PARTS, type TokenPart } from '../queries/trajectory-filter.ts';
import type { RangeValue } from './codecs.ts';
import { apisHref, documentsHref, trajectoriesHref } from './links.ts';

export interface RecordsBehind {
  /** Value of `corpus` in the URL. */
  readonly corpus: string | null;
  readonly component: Component;
  /** Sources that are counted; none: all of them. */
  readonly sources?: readonly string[];
  /** A column and its value; '' for records that have none, OTHER_BUCKET for all values without a bucket of their own. */
  readonly where?: {
    readonly dimension: 'domain' | 'language' | 'licence';
    readonly value: string;
    /** Of a licence: sources that it is the licence of, and whose records count where they state none. */
    readonly inheritedBy?: readonly string[];
  };
  /** A measure of token_stats and its limits, both inclusive. */
  readonly range?: { readonly measure: string; readonly limits: RangeValue };
  /** Only those that repeat an earlier record so. */
  readonly duplicate?: DuplicateKind;
}

/** @returns the link; null where no list can be narrowed to these records */
export function recordsHref(behind: RecordsBehind): string | null {
  switch (behind.component) {
    case 'documentation':
      return apiRecords(behind);
    case 'trajectories':
      return trajectoryRecords(behind);
    case 'code':
    case 'text':
      return documentRecords(behind);
  }
}

/** Measures of token_stats, and the ranges of a list that stand for them. */
const DOCUMENT_RANGES = { tokens: 'tokens', chars: 'chars', bytes: 'bytes', tokens_per_byte: 'density' } as const;
const API_RANGES = { tokens: 'tokens', params: 'params', chars: 'chars', tokens_per_byte: 'density' } as const;
const TRAJECTORY_RANGES = {
  tokens: 'tokens',
  steps: 'steps',
  calls: 'calls',
  step_tokens: 'stepTokens',
  chars: 'chars',
  tokens_per_byte: 'density',
  ...(Object.fromEntries(TOKEN_PARTS.map((part) => [part, part])) as { readonly [P in TokenPart]: P }),
} as const;

/** What all lists are narrowed by, as far as it is asked for; null where the list has no range for the measure. */
function common<R extends string>(
  { sources = [], where, range, duplicate }: RecordsBehind,
  ranges: Readonly<Record<string, R>>,
) {
  const column = range === undefined ? null : ranges[range.measure];
  if (column === undefined) return null;
  return {
    ...(sources.length === 0 ? {} : { sources }),
    ...(duplicate === undefined ? {} : { duplicates: [duplicate] }),
    ...(where?.value === OTHER_BUCKET ? { others: where.dimension } : {}),
    ...(column === null || range === undefined ? {} : ({ [column]: range.limits } as { [K in R]?: RangeValue })),
  };
}

type Where = NonNullable<RecordsBehind['where']>;

/** Whether a value of that column is asked for. */
function named(where: Where | undefined, dimension: Where['dimension']): where is Where {
  return where?.dimension === dimension && where.value !== OTHER_BUCKET;
}

function documentRecords(behind: RecordsBehind): string | null {
  const { corpus, component, where } = behind;
  const list = common(behind, DOCUMENT_RANGES);
  if (list === null || where?.dimension === 'domain') return null;
  return documentsHref({
    corpus,
    list: {
      components: [component],
      ...list,
      ...(named(where, 'language') ? { languages: [where.value] } : {}),
      ...(named(where, 'licence') ? { licences: [where.value], licenceOf: where.inheritedBy ?? [] } : {}),
    },
  });
}

function apiRecords(behind: RecordsBehind): string | null {
  const { corpus, where } = behind;
  const list = common(behind, API_RANGES);
  if (list === null || where?.dimension === 'language') return null;
  return apisHref({
    corpus,
    list: {
      ...list,
      ...(named(where, 'domain') ? { domains: [where.value] } : {}),
      ...(named(where, 'licence') ? { licences: [where.value], licenceOf: where.inheritedBy ?? [] } : {}),
    },
  });
}

function trajectoryRecords(behind: RecordsBehind): string | null {
  const { corpus, where } = behind;
  const list = common(behind, TRAJECTORY_RANGES);
  if (list === null || (where !== undefined && where.dimension !== 'domain')) return null;
  return trajectoriesHref({ corpus, list: { ...list, ...(named(where, 'domain') ? { domains: [where.value] } : {}) } });
}
