/** The order of the list of trajectories. */
import { tables, type Materialised, type TableUse } from '../corpus/index.ts';
import { fingerprint } from './search.ts';
import type { TrajectorySort } from './sorts.ts';
import { asks, name, sql, type Sql } from './sql.ts';
import type { TrajectoryColumn, TrajectoryFilter } from './trajectory-filter.ts';
import { KEY_COLUMNS, selectTrajectories, trajectoryMatches, type TrajectoryMatches } from './trajectory-matches.ts';

/** How a sort is put to the engine: what to join to the selection, and the order. */
interface TrajectoryOrdering {
  /** ` JOIN …` on columns of the selection; empty for none. */
  readonly join: Sql;
  readonly orderBy: Sql;
  /** Columns of the selection that it needs. */
  readonly columns: Sql;
  readonly from: readonly TableUse[];
  readonly uses: readonly Materialised[];
}

const COMBINED_COLUMNS: ReadonlySet<string> = new Set(
  Object.keys(tables.trajectory_facets.columns).filter(
    (column) => column in tables.trajectories.columns && column !== 'tokens' && column !== 'facet_no',
  ),
);

/** Whether a column is neither one of the combinations nor a number that is in memory. */
function isByText({ column }: TrajectorySort): boolean {
  const isKey = KEY_COLUMNS.some((key) => key === column);
  return column !== 'relevance' && column !== 'trajectory_id' && !COMBINED_COLUMNS.has(column) && !isKey;
}

/**
 * Values that are missing come last in either direction; what is equal is in order of trajectory_id. No text is sorted
 * per trajectory: the combinations of facet values are few, and other texts are put in order once.
 */
function trajectoryOrdering({ column, direction }: TrajectorySort, searched: boolean): TrajectoryOrdering {
  const way = direction === 'desc' ? sql`DESC` : sql`ASC`;
  const plain = { join: sql``, from: [], uses: [] };
  if (column === 'relevance') {
    return searched
      ? { ...plain, columns: sql`trajectory_no, score`, orderBy: sql`score ${way}, trajectory_no` }
      : { ...plain, columns: sql`trajectory_no`, orderBy: sql`trajectory_no` };
  }
  // trajectory_no is the order of trajectory_id, and an integer sorts far faster than a text.
  if (column === 'trajectory_id') return { ...plain, columns: sql`trajectory_no`, orderBy: sql`trajectory_no ${way}` };
  if (COMBINED_COLUMNS.has(column)) {
    return {
      join: sql`JOIN (SELECT facet_no, (dense_rank() OVER (ORDER BY ${name(column)} ${way} NULLS LAST))::INTEGER AS place
        FROM trajectory_facets) USING (facet_no)`,
      columns: sql`trajectory_no, facet_no`,
      orderBy: sql`place, trajectory_no`,
      from: ['trajectory_facets'],
      uses: [],
    };
  }
  if (!isByText({ column, direction })) {
    const key = name(column);
    return { ...plain, columns: sql`trajectory_no, ${key}`, orderBy: sql`${key} ${way} NULLS LAST, trajectory_no` };
  }
  const ranks = ranksOf(column);
  return {
    join: sql`JOIN ${name(ranks.name)} USING (trajectory_no)`,
    columns: sql`trajectory_no`,
    orderBy: sql`place ${way} NULLS LAST, trajectory_no`,
    from: [],
    uses: [ranks],
  };
}

/** The place of every trajectory in the order of a column, made once: sorting a million texts takes seconds. */
function ranksOf(column: TrajectoryColumn): Materialised {
  const value = name(column);
  const ranked = sql`SELECT trajectory_no, CASE WHEN missing THEN NULL ELSE (row_number() OVER ())::INTEGER END AS place
    FROM (SELECT trajectory_no, ${value} IS NULL AS missing FROM trajectories ORDER BY ${value} NULLS LAST, trajectory_no)`;
  return {
    name: `trajectory_ranks_${column}`,
    lookup: asks(`trajectory_ranks_${column}`),
    fill: () => ({ sql: ranked.text, params: ranked.params }),
    from: ['trajectories'],
  };
}

/**
 * A list in its order as a table (columns trajectory_no, place from 1), made once and kept: what lies before and after
 * a trajectory is then a matter of milliseconds.
 */
export function trajectoryPlaces(filter: TrajectoryFilter, sort: TrajectorySort): Materialised {
  const question = JSON.stringify([filter, sort]);
  const { sql: ordered, params } = orderedTrajectories(filter, sort).statement;
  return {
    name: `trajectory_places_${fingerprint(question)}`,
    lookup: asks(question),
    fill: () => ({
      sql: `SELECT trajectory_no, (row_number() OVER ())::INTEGER AS place FROM (${ordered})`,
      params,
    }),
    from: [],
  };
}

/**
 * Whether the selection comes in order by itself: trajectory_keys is in order of trajectory_no, and the engine keeps the
 * order of a table that it scans. Not so where it may build on the numbers that a search or a set of tools gives.
 */
function isInOrder(
  filter: TrajectoryFilter,
  { column, direction }: TrajectorySort,
  matches: TrajectoryMatches,
): boolean {
  const isByNumber = column === 'trajectory_id' ? direction === 'asc' : column === 'relevance';
  const isScan = matches.found === null && matches.tools.length === 0 && matches.others.length === 0;
  return isByNumber && isScan && filter.sample === null;
}

/** The numbers of all matches in order, as a statement with what it reads. */
export function orderedTrajectories(filter: TrajectoryFilter, sort: TrajectorySort) {
  const { statement, reads } = inOrder(filter, sort);
  return { statement: { sql: statement.text, params: statement.params }, reads };
}

/** The first numbers in order with how many there are: the engine need not put the others in order for that. */
export function firstTrajectories(filter: TrajectoryFilter, sort: TrajectorySort, count: number) {
  const { statement, selection, reads } = isByText(sort) ? byText(filter, sort) : inOrder(filter, sort);
  const total = sql`(SELECT count(*)::INTEGER FROM (${selection}))`;
  return {
    statement: sql`SELECT trajectory_no AS no, ${total} AS total FROM (${statement} LIMIT ${count})`,
    reads,
  };
}

/** As inOrder, by the texts themselves: ranks are made for an order that is wanted as a whole. */
function byText(filter: TrajectoryFilter, { column, direction }: TrajectorySort) {
  const matches = trajectoryMatches(filter);
  const selection = selectTrajectories(filter, matches, sql`trajectory_no`);
  const way = direction === 'desc' ? sql`DESC` : sql`ASC`;
  return {
    selection,
    statement: sql`SELECT trajectory_no FROM (SELECT trajectory_no, ${name(column)} AS value FROM trajectories
      WHERE trajectory_no IN (${selection})) ORDER BY value ${way} NULLS LAST, trajectory_no`,
    reads: { from: [...matches.reads.from, 'trajectories' as const], uses: matches.reads.uses },
  };
}

function inOrder(filter: TrajectoryFilter, sort: TrajectorySort) {
  const matches = trajectoryMatches(filter);
  const ordering = trajectoryOrdering(sort, matches.found !== null);
  const selection = selectTrajectories(filter, matches, ordering.columns);
  const order = isInOrder(filter, sort, matches) ? sql`` : sql`ORDER BY ${ordering.orderBy}`;
  return {
    selection,
    statement: sql`SELECT trajectory_no FROM (${selection}) ${ordering.join} ${order}`,
    reads: {
      from: [...matches.reads.from, ...ordering.from],
      uses: [...matches.reads.uses, ...ordering.uses],
    },
  };
}
