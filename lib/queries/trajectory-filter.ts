/** What the list of trajectories can be narrowed by. */
import type { Columns, TableUse } from '../corpus/index.ts';
import { oneOf, within, type Range } from './api-filter.ts';
import type { Sort } from './api-matches.ts';
import { all, sql, type Sql } from './sql.ts';

export interface TrajectoryFilter {
  /** Words of the task or the id, each of which must occur; empty for none. */
  readonly q: string;
  /** Values of a list are alternatives; an empty list does not narrow. The empty string stands for "no value". */
  readonly sources: readonly string[];
  readonly kinds: readonly string[];
  readonly domains: readonly string[];
  readonly models: readonly string[];
  readonly outcomes: readonly string[];
  /** Trajectories that call this API; null for all. */
  readonly api: string | null;
  /** With or without an observation that is an error. */
  readonly errors: boolean | null;
  readonly steps: Range | null;
  readonly calls: Range | null;
  readonly tokens: Range | null;
}

export const NO_TRAJECTORY_FILTER: TrajectoryFilter = {
  q: '',
  sources: [],
  kinds: [],
  domains: [],
  models: [],
  outcomes: [],
  api: null,
  errors: null,
  steps: null,
  calls: null,
  tokens: null,
};

export const TRAJECTORY_FACETS = ['source', 'kind', 'domain', 'model', 'outcome', 'errors'] as const;
export type TrajectoryFacet = (typeof TRAJECTORY_FACETS)[number];

export type TrajectoryColumn = keyof Columns<'trajectories'>;
export type TrajectorySort = Sort<TrajectoryColumn>;

export const BY_TRAJECTORY_ID: TrajectorySort = { column: 'trajectory_id', direction: 'asc' };

/** Conditions of the facets, by facet, and all others together. */
function trajectoryConditions(filter: TrajectoryFilter) {
  const facets: Record<TrajectoryFacet, Sql | null> = {
    source: oneOf(sql`"source"`, filter.sources),
    kind: oneOf(sql`kind`, filter.kinds),
    domain: oneOf(sql`"domain"`, filter.domains),
    model: oneOf(sql`model`, filter.models),
    outcome: oneOf(sql`outcome`, filter.outcomes),
    errors: filter.errors === null ? null : filter.errors ? sql`n_errors > 0` : sql`n_errors = 0`,
  };
  const others = [
    ...words(filter.q).map(
      (word) => sql`(contains(lower(coalesce(task, '')), ${word}) OR contains(lower(trajectory_id), ${word}))`,
    ),
    ...(filter.api === null
      ? []
      : [sql`trajectory_id IN (SELECT trajectory_id FROM calls WHERE api_id = ${filter.api})`]),
    ...[
      within(sql`n_steps`, filter.steps),
      within(sql`n_calls`, filter.calls),
      within(sql`tokens`, filter.tokens),
    ].filter((condition) => condition !== null),
  ];
  return { facets, others };
}

/** The whole filter as one condition, a facet left out where one is named. */
export function trajectoryWhere(filter: TrajectoryFilter, without: TrajectoryFacet | null = null): Sql {
  const { facets, others } = trajectoryConditions(filter);
  const chosen = TRAJECTORY_FACETS.filter((facet) => facet !== without).flatMap((facet) => facets[facet] ?? []);
  return all([...chosen, ...others]);
}

/** Tables that the conditions of a filter read. */
export function trajectoryTables(filter: TrajectoryFilter): readonly TableUse[] {
  return filter.api === null ? ['trajectories'] : ['trajectories', 'calls'];
}

function words(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, 12);
}
