/** The trajectories that a filter matches, as the parts of a statement: shared by order, facets, ranges and export. */
import type { Materialised, TableUse } from '../corpus/index.ts';
import { fingerprint, searchResult, TRAJECTORY_INDEX } from './search.ts';
import { all, name, query, sql, type Sql } from './sql.ts';
import {
  combinedConditions,
  COUNT_RANGES,
  rangeConditions,
  tokenPartsCondition,
  type CombinedFacet,
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

/** A lookup for results that need none: it only names the question. */
export const asks = (question: string) =>
  query(
    { name: 'question', from: [], columns: { question: { type: 'text', doc: 'What the result answers.' } } },
    sql`SELECT ${question} AS question`,
  );

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
    const bins = Object.entries(COUNT_RANGES).map(
      ([range, column]) => sql`${binOf(column)} AS ${name(`bin_${range.toLowerCase()}`)}`,
    );
    const columns = [...KEY_COLUMNS.map(name), ...bins].map(({ text }) => text).join(', ');
    return { sql: `SELECT ${columns} FROM trajectories`, params: [] };
  },
  from: ['trajectories'],
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
  /** Conditions that no facet shows: an API, a sequence, tokens of a role. */
  readonly others: readonly Sql[];
  readonly searched: boolean;
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
    ...(parts === null ? [] : [trajectoriesWhere(parts)]),
    ...(filter.api === null ? [] : [callersOf([filter.api])]),
    ...(first === undefined || then === undefined ? [] : [callersInOrder(first, then)]),
  ];
  return {
    from: search === null ? sql`trajectory_keys` : sql`trajectory_keys JOIN ${name(search.name)} USING (trajectory_no)`,
    combined,
    ranges: rangeConditions(filter),
    tools: tools.map(isAmong),
    others: others.map(isAmong),
    searched: search !== null,
    reads: {
      from: combined.size > 0 ? ['trajectory_facets'] : [],
      uses: [
        TRAJECTORY_KEYS,
        ...(combined.has('problem') ? [TRAJECTORY_PROBLEMS] : []),
        ...(search === null ? [] : [search]),
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
function trajectoriesWhere(condition: Sql): Materialised {
  const { text, params } = sql`SELECT trajectory_no FROM trajectories WHERE ${condition}`;
  const question = JSON.stringify([text, params]);
  return {
    name: `trajectories_where_${fingerprint(question)}`,
    lookup: asks(question),
    fill: () => ({ sql: text, params }),
    from: ['trajectories'],
  };
}

/** An id is found as well as words: nobody splits an id that was pasted. */
function trajectorySearch(text: string): Materialised | null {
  const search = searchResult(text, TRAJECTORY_INDEX);
  const id = text.trim();
  if (search === null || !id.includes(':') || /\s/.test(id)) return search;
  return {
    ...search,
    name: `${search.name}_id_${fingerprint(id)}`,
    fill: (rows) => {
      const { sql: words, params } = search.fill(rows);
      const found = sql`SELECT trajectory_no, max(score) AS score FROM (${{ text: words, params }} UNION ALL
        SELECT trajectory_no, 1000 AS score FROM trajectories WHERE trajectory_id = ${id}) GROUP BY trajectory_no`;
      return { sql: found.text, params: found.params };
    },
    from: [...search.from, 'trajectories'],
  };
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

/** @returns `SELECT columns FROM … WHERE …` over all matches, or over the sample of them that the filter asks for. */
export function selectTrajectories(filter: TrajectoryFilter, matches: TrajectoryMatches, columns: Sql): Sql {
  const selection = sql`SELECT ${columns} FROM ${matches.from} WHERE ${all(trajectoryConditions(matches))}`;
  if (filter.sample === null) return selection;
  return sql`${selection} ORDER BY hash(trajectory_no, ${filter.sample.seed}), trajectory_no LIMIT ${filter.sample.n}`;
}
