/** From a number of the mixture to the list of the records that it counts. */
import type { Component, DuplicateKind } from '../corpus/index.ts';
import { TOKEN_PARTS, type TokenPart } from '../queries/trajectory-filter.ts';
import type { RangeValue } from './codecs.ts';
import { apisHref, documentsHref, trajectoriesHref } from './links.ts';

export interface RecordsBehind {
  /** Value of `corpus` in the URL. */
  readonly corpus: string | null;
  readonly component: Component;
  /** Sources that are counted; none: all of them. */
  readonly sources?: readonly string[];
  /** A column and its value; '' for records that have none. */
  readonly where?: { readonly dimension: 'domain' | 'language' | 'licence'; readonly value: string };
  /** A measure of token_stats and its limits, both inclusive. */
  readonly range?: { readonly measure: string; readonly limits: RangeValue };
  /** Only those that repeat an earlier record so. */
  readonly duplicate?: DuplicateKind;
}

/** @returns the link; null where no list can be narrowed to these records */
export function recordsHref(behind: RecordsBehind): string | null {
  const isDocument = behind.component === 'code' || behind.component === 'text';
  if (behind.duplicate !== undefined && !isDocument) return null;
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

const DOCUMENT_RANGES: Readonly<Record<string, 'tokens' | 'chars' | 'bytes' | 'density'>> = {
  tokens: 'tokens',
  chars: 'chars',
  bytes: 'bytes',
  tokens_per_byte: 'density',
};

function documentRecords(behind: RecordsBehind): string | null {
  const { corpus, component, sources = [], where, range, duplicate } = behind;
  const column = range === undefined ? null : DOCUMENT_RANGES[range.measure];
  if (column === undefined || where?.dimension === 'domain') return null;
  return documentsHref({
    corpus,
    list: {
      components: [component],
      ...(sources.length === 0 ? {} : { sources }),
      ...(duplicate === undefined ? {} : { duplicates: [duplicate] }),
      ...(where?.dimension === 'language' ? { languages: [where.value] } : {}),
      ...(where?.dimension === 'licence' ? { licences: [where.value] } : {}),
      ...(column === null || range === undefined ? {} : { [column]: range.limits }),
    },
  });
}

const API_RANGES: Readonly<Record<string, 'tokens' | 'params'>> = { tokens: 'tokens', params: 'params' };

function apiRecords({ corpus, sources = [], where, range }: RecordsBehind): string | null {
  const column = range === undefined ? null : API_RANGES[range.measure];
  if (column === undefined || (where !== undefined && where.dimension !== 'domain')) return null;
  return apisHref({
    corpus,
    list: {
      ...(sources.length === 0 ? {} : { sources }),
      ...(where === undefined ? {} : { domains: [where.value] }),
      ...(column === null || range === undefined ? {} : { [column]: range.limits }),
    },
  });
}

const TRAJECTORY_RANGES: Readonly<Record<string, 'tokens' | 'steps' | 'calls' | TokenPart>> = {
  tokens: 'tokens',
  steps: 'steps',
  calls: 'calls',
  ...Object.fromEntries(TOKEN_PARTS.map((part) => [part, part])),
};

function trajectoryRecords({ corpus, sources = [], where, range }: RecordsBehind): string | null {
  const column = range === undefined ? null : TRAJECTORY_RANGES[range.measure];
  if (column === undefined || (where !== undefined && where.dimension !== 'domain')) return null;
  return trajectoriesHref({
    corpus,
    list: {
      ...(sources.length === 0 ? {} : { sources }),
      ...(where === undefined ? {} : { domains: [where.value] }),
      ...(column === null || range === undefined ? {} : { [column]: range.limits }),
    },
  });
}
