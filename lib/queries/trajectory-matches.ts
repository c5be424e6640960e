/** The trajectories that a filter matches, as the parts of a statement: shared by order, facets, ranges and export. */
import type { Materialised, TableUse } from '../corpus/index.ts';
import { linkedTrajectories } from './linked-filter.ts';
import { fingerprint, searchResult, TRAJECTORY_INDEX, type SearchResult } from './search.ts';
import { all, asks, join, name, sql, type Sql } from './sql.ts';
import {
  combinedConditions,
  COUNT_RANGES,
  rangeConditions,
  tokenPartsCondition,
  type CombinedFacet,
  type CountRange,
  type TrajectoryColumn,
  type TrajectoryFilter,
  type TrajectoryRange,
} from './trajectory-filter.ts';
import { callersInOrder, callersOf } from './trajectory-tools.ts';

/** Numbers of each trajectory that a list is narrowed and sorted by. */
export const KEY_COLUMNS = [
  'trajectory_no',
  'facet_no',
  'n_steps',
  'n_calls',
  'n_apis',
  'n_declared',
  'n_branches',
  'n_errors',
  'n_invalid',
  'tokens',
  'reward',
] as const satisfies readonly TrajectoryColumn[];

/** @returns the column of trajectory_keys and trajectory_bins that holds the bin of a range */
export function binColumn(range: CountRange): Sql {
  return name(`bin_${range.toLowerCase()}`);
}

/** The bin of a count: 0 for 0, n for values from 2^(n-1) up to 2^n. */
const binOf = (column: string) =>
  sql`(CASE WHEN ${name(column)} <= 0 THEN 0 ELSE floor(log2(${name(column)}))::INTEGER + 1 END)::UTINYINT`;

/**
 * The numbers of all trajectories in memory: a list is counted, narrowed and sorted by them without reading a text, also
 * where the table itself is too large to be loaded.
 */
export const TRAJECTORY_KEYS: Materialised = {
  name: 'trajectory_keys',
  lookup: asks('trajectory_keys'),
  fill: () => {
    const bins = (Object.keys(COUNT_RANGES) as CountRange[]).map(
      (range) => sql`${binOf(COUNT_RANGES[range])} AS ${binColumn(range)}`,
    );
    const columns = [...KEY_COLUMNS.map(name), ...bins].map(({ text }) => text).join(', ');
    return { sql: `SELECT ${columns} FROM trajectories`, params: [] };
  },
  from: ['trajectories'],
};

const BINS = (Object.keys(COUNT_RANGES) as CountRange[]).map(binColumn);

/** Combinations of facet values with the bins of the counts: a few hundred where trajectories are a million. */
export const TRAJECTORY_BINS: Materialised = {
  name: 'trajectory_bins',
  lookup: asks('trajectory_bins'),
  fill: () => {
    const columns = join([sql`facet_no`, ...BINS], ', ');
    const { text, params } = sql`SELECT ${columns}, count(*)::INTEGER AS n FROM trajectory_keys GROUP BY ${columns}`;
    return { sql: text, params };
  },
  from: [],
};

/** Trajectories that call a tool, by combination of facet values. */
export const TOOL_FACETS: Materialised = {
  name: 'tool_facets',
  lookup: asks('tool_facets'),
  fill: () => ({
    sql: `SELECT tool_no, facet_no, count(*)::INTEGER AS n FROM tool_postings JOIN trajectory_keys USING (trajectory_no)
      GROUP BY tool_no, facet_no`,
    params: [],
  }),
  from: ['tool_postings'],
};

/** Problem codes by combination of facet values, one a row; NULL for none. Taking lists apart is slow. */
export const TRAJECTORY_PROBLEMS: Materialised = {
  name: 'trajectory_problems',
  lookup: asks('trajectory_problems'),
  fill: () => ({
    sql: 'SELECT facet_no, unnest(CASE WHEN len(problems) = 0 THEN [NULL] ELSE problems END) AS problem FROM trajectory_facets',
    params: [],
  }),
  from: ['trajectory_facets'],
};

export interface TrajectoryMatches {
  /** `trajectory_keys`, joined with the search where there is one. */
  readonly from: Sql;
  /** Conditions on trajectory_facets. */
  readonly combined: ReadonlyMap<CombinedFacet, Sql>;
  /** Conditions on the numbers of a trajectory. */
  readonly ranges: ReadonlyMap<TrajectoryRange, Sql>;
  /** Condition on the chosen tools; none where none is chosen. */
  readonly tools: readonly Sql[];
  /** Conditions that no facet shows: an API, a sequence, tokens of a role, what a link from the mixture asks for. */
  readonly others: readonly Sql[];
  /** The result of the search by itself: trajectory_no and score of what it found; null for no search. */
  readonly found: Sql | null;
  /** For the query's `from` and `uses`. */
  readonly reads: { readonly from: readonly TableUse[]; readonly uses: readonly Materialised[] };
}

export function trajectoryMatches(filter: TrajectoryFilter): TrajectoryMatches {
  const search = trajectorySearch(filter.q);
  const [first, then] = filter.sequence;
  const combined = combinedConditions(filter);
  const tools = filter.tools.length === 0 ? [] : [callersOf(filter.tools)];
  const parts = tokenPartsCondition(filter);
  const others = [
    ...(parts === null
      ? []
      : [trajectoriesOf(['trajectories'], sql`SELECT trajectory_no FROM trajectories WHERE ${parts}`)]),
    ...linkedTrajectories(filter).map(({ statement, from }) =>
      trajectoriesOf(from, sql`SELECT record_no AS trajectory_no FROM (${statement})`),
    ),
    ...(filter.api === null ? [] : [callersOf([filter.api])]),
    ...(first === undefined || then === undefined ? [] : [callersInOrder(first, then)]),
  ];
  return {
    from: search === null ? sql`trajectory_keys` : sql`trajectory_keys JOIN ${name(search.name)} USING (trajectory_no)`,
    combined,
    ranges: rangeConditions(filter),
    tools: tools.map(isAmong),
    others: others.map(isAmong),
    found: search === null ? null : name(search.name),
    reads: {
      from: combined.size > 0 ? ['trajectory_facets'] : [],
      uses: [
        TRAJECTORY_KEYS,
        ...(combined.has('problem') ? [TRAJECTORY_PROBLEMS] : []),
        ...(search?.uses ?? []),
        ...tools,
        ...others,
      ],
    },
  };
}

const isAmong = ({ name: set }: Materialised) => sql`trajectory_no IN (SELECT trajectory_no FROM ${name(set)})`;

/**
 * Trajectories of a rare condition (column trajectory_no), found once and kept: its columns are not worth holding in
 * trajectory_keys.
 */
function trajectoriesOf(from: readonly TableUse[], { text, params }: Sql): Materialised {
  const question = JSON.stringify([text, params]);
  return {
    name: `trajectories_where_${fingerprint(question)}`,
    lookup: asks(question),
    fill: () => ({ sql: text, params }),
    from,
  };
}

/** An id is found as well as words: nobody splits an id that was pasted. */
function trajectorySearch(text: string): SearchResult | null {
  const search = searchResult(text, TRAJECTORY_INDEX);
  const id = text.trim();
  if (search === null || !id.includes(':') || /\s/.test(id)) return search;
  const found = sql`SELECT trajectory_no, max(score) AS score FROM (SELECT trajectory_no, score FROM ${name(search.name)} UNION ALL
    SELECT trajectory_no, 1000 AS score FROM trajectories WHERE trajectory_id = ${id}) GROUP BY trajectory_no`;
  const withId: Materialised = {
    name: `${search.name}_id_${fingerprint(id)}`,
    lookup: asks(id),
    fill: () => ({ sql: found.text, params: found.params }),
    from: ['trajectories'],
  };
  return { ...search, name: withId.name, uses: [...search.uses, withId] };
}

/** The conditions of all facets that trajectory_facets combines, as one; null where none narrows. */
export function combinedCondition(conditions: readonly Sql[]): Sql | null {
  if (conditions.length === 0) return null;
  return sql`facet_no IN (SELECT facet_no FROM trajectory_facets WHERE ${all(conditions)})`;
}

/** Every condition, those of one facet or range left out where it is named. */
export function trajectoryConditions(
  matches: TrajectoryMatches,
  without: CombinedFacet | TrajectoryRange | 'tool' | null = null,
): Sql[] {
  const kept = <K>(conditions: ReadonlyMap<K, Sql>) =>
    [...conditions].filter(([key]) => key !== without).map(([, condition]) => condition);
  const combined = combinedCondition(kept(matches.combined));
  return [
    ...(combined === null ? [] : [combined]),
    ...kept(matches.ranges),
    ...(without === 'tool' ? [] : matches.tools),
    ...matches.others,
  ];
}

/** Selections that the result of a search has by itself. */
const FOUND_COLUMNS: ReadonlySet<string> = new Set(['trajectory_no', 'trajectory_no, score']);

/** @returns `SELECT columns FROM … WHERE …` over all matches, or over the sample of them that the filter asks for. */
export function selectTrajectories(filter: TrajectoryFilter, matches: TrajectoryMatches, columns: Sql): Sql {
  const conditions = trajectoryConditions(matches);
  // What was found need not be looked up among all trajectories where nothing else is asked of it.
  const isAlone = matches.found !== null && conditions.length === 0 && FOUND_COLUMNS.has(columns.text);
  const from = isAlone ? matches.found! : matches.from;
  const selection = sql`SELECT ${columns} FROM ${from} WHERE ${all(conditions)}`;
  if (filter.sample === null) return selection;
  return sql`${selection} ORDER BY hash(trajectory_no, ${filter.sample.seed}), trajectory_no LIMIT ${filter.sample.n}`;
}
