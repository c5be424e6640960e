/** Counts beside the list of trajectories: values per facet, tools called, histograms of the ranges. */
import type { Column } from '../corpus/index.ts';
import { MAX_FACET_VALUES } from './api-facets.ts';
import { all, join, list, query, sql, type Sql } from './sql.ts';
import {
  COMBINED_FACETS,
  COUNT_RANGES,
  type CombinedFacet,
  type CountRange,
  type TrajectoryFacet,
  type TrajectoryFilter,
} from './trajectory-filter.ts';
import {
  binColumn,
  TOOL_FACETS,
  TRAJECTORY_BINS,
  TRAJECTORY_PROBLEMS,
  trajectoryConditions,
  trajectoryMatches,
  type TrajectoryMatches,
} from './trajectory-matches.ts';

const facetColumns = {
  facet: { type: 'text', doc: 'Facet of the list.' },
  value: { type: 'text', nullable: true, doc: 'The value; true or false for errors and branches; toolKey for tools.' },
  trajectories: { type: 'int', doc: 'Trajectories that match with this facet left open.' },
} as const satisfies Record<string, Column>;

const facetValue: Record<CombinedFacet, Sql> = {
  source: sql`"source"`,
  kind: sql`kind`,
  domain: sql`"domain"`,
  model: sql`model`,
  outcome: sql`outcome`,
  problem: sql`problem`,
  errors: sql`has_errors::VARCHAR`,
  branches: sql`has_branches::VARCHAR`,
  format: sql`format`,
};

function isByFacetsAlone({ ranges, tools, others, found }: TrajectoryMatches): boolean {
  return ranges.size === 0 && tools.length === 0 && others.length === 0 && found === null;
}

/** How many trajectories have each combination of facet values, under all that is no facet of trajectory_facets. */
function combinations(matches: TrajectoryMatches): Sql {
  const conditions = [...matches.ranges.values(), ...matches.tools, ...matches.others];
  if (isByFacetsAlone(matches)) return sql`SELECT facet_no, n_trajectories AS n FROM trajectory_facets`;
  return sql`SELECT facet_no, count(*)::INTEGER AS n FROM ${matches.from} WHERE ${all(conditions)} GROUP BY facet_no`;
}

/**
 * Values and counts of every facet but the tools, most first: one pass over the trajectories, rolled up from the small
 * table of combinations. A facet's own choice is left out of its counts, so that they say what another choice would
 * give. A sample does not narrow them: they count what it is drawn from.
 */
export function trajectoryFacets(filter: TrajectoryFilter) {
  const matches = trajectoryMatches(filter);
  const counts = COMBINED_FACETS.map((facet) => {
    const listed = sql`SELECT ${facet} AS facet, value::VARCHAR AS value, trajectories
      FROM (${countValues(facet, matches)})`;
    return sql`SELECT * FROM (${listed} ORDER BY ${chosenFirst(facet, filter)}trajectories DESC, value
      LIMIT ${MAX_FACET_VALUES})`;
  });
  return query(
    { name: 'trajectoryFacets', ...facetReads(matches), columns: facetColumns },
    sql`WITH ${markedCombinations(matches)} ${join(counts, ' UNION ALL ')}`,
  );
}

function facetReads(matches: TrajectoryMatches) {
  const { from, uses } = matches.reads;
  // Where only facets narrow, the combinations tell it all.
  const needed = isByFacetsAlone(matches) ? [] : uses;
  return { from: [...from, 'trajectory_facets' as const], uses: [...needed, TRAJECTORY_PROBLEMS] };
}

/** Combinations with their counts, and which facets leave each out: it counts for a facet that is the only one, or if none does. */
function markedCombinations(matches: TrajectoryMatches): Sql {
  return sql`counted AS MATERIALIZED (${combinations(matches)}),
    marked AS MATERIALIZED (SELECT "source", kind, "domain", model, outcome, format, has_errors, has_branches,
      facet_no, n, ${missesOf(matches.combined)} AS misses
      FROM counted JOIN trajectory_facets USING (facet_no))`;
}

/** @returns a number with a bit for each condition that is not met */
function missesOf(conditions: ReadonlyMap<string, Sql>): Sql {
  const misses = [...conditions.values()].map(
    (condition, bit) => sql`CASE WHEN ${condition} THEN 0 ELSE ${2 ** bit} END`,
  );
  return misses.length === 0 ? sql`0` : join(misses, ' + ');
}

/** @param bit of the condition that is left open; -1 for none */
function isCounted(bit: number): Sql {
  return bit < 0 ? sql`misses = 0` : sql`misses IN (0, ${2 ** bit})`;
}

/** @returns columns value, trajectories */
function countValues(facet: CombinedFacet, matches: TrajectoryMatches): Sql {
  const counted = isCounted([...matches.combined.keys()].indexOf(facet));
  const source = facet === 'problem' ? sql`marked JOIN trajectory_problems USING (facet_no)` : sql`marked`;
  return sql`SELECT ${facetValue[facet]} AS value, sum(n)::INTEGER AS trajectories FROM ${source} WHERE ${counted} GROUP BY 1`;
}

/** Chosen values stay among those listed, also of facets that have more. */
function chosenFirst(facet: CombinedFacet, filter: TrajectoryFilter): Sql {
  const chosen = { source: filter.sources, domain: filter.domains, model: filter.models, outcome: filter.outcomes };
  const values = facet in chosen ? chosen[facet as keyof typeof chosen] : [];
  return values.length === 0 ? sql`` : sql`coalesce(value, '') IN ${list(values)} DESC, `;
}

const key = sql`coalesce(api_id, '?' || tool_name)`;

/** The tools that matching trajectories call, most first; the chosen tools themselves do not narrow. */
export function trajectoryTools(filter: TrajectoryFilter) {
  const matches = trajectoryMatches(filter);
  const chosen = filter.tools.length === 0 ? sql`` : sql`value IN ${list(filter.tools)} DESC, `;
  return query(
    { name: 'trajectoryTools', ...toolReads(matches), columns: facetColumns },
    sql`SELECT 'tool' AS facet, value, trajectories FROM (${countTools(matches)})
      ORDER BY ${chosen}trajectories DESC, value LIMIT ${MAX_FACET_VALUES}`,
  );
}

function toolReads(matches: TrajectoryMatches) {
  const { from, uses } = matches.reads;
  return {
    from: [...from, 'called_tools' as const, 'tool_postings' as const],
    uses: isByFacetsAlone(matches) ? [...uses, TOOL_FACETS] : uses,
  };
}

/** @returns columns value, trajectories */
function countTools(matches: TrajectoryMatches): Sql {
  const conditions = trajectoryConditions(matches, 'tool');
  if (conditions.length === 0 && matches.found === null)
    return sql`SELECT ${key} AS value, n_trajectories AS trajectories FROM called_tools`;
  const counted = isByFacetsAlone(matches)
    ? sql`SELECT tool_no, sum(n)::INTEGER AS n FROM tool_facets WHERE ${all(conditions)} GROUP BY tool_no`
    : sql`SELECT tool_no, count(*)::INTEGER AS n FROM tool_postings
        WHERE trajectory_no IN (SELECT trajectory_no FROM ${matches.from} WHERE ${all(conditions)}) GROUP BY tool_no`;
  return sql`SELECT ${key} AS value, n AS trajectories FROM called_tools JOIN (${counted}) USING (tool_no)`;
}

/** Most values that one look-up returns. */
const MAX_FOUND_VALUES = 100;

/**
 * Values of one facet found by a part of their text, for facets with more values than are listed.
 * @param text part of the value, in any case
 */
export function trajectoryFacetValues(filter: TrajectoryFilter, facet: TrajectoryFacet, text: string) {
  const matches = trajectoryMatches(filter);
  const reads = facet === 'tool' ? toolReads(matches) : facetReads(matches);
  const counted =
    facet === 'tool' ? countTools(matches) : sql`WITH ${markedCombinations(matches)} ${countValues(facet, matches)}`;
  return query(
    { name: 'trajectoryFacetValues', ...reads, columns: facetColumns },
    sql`SELECT ${facet} AS facet, value::VARCHAR AS value, trajectories FROM (${counted})
      WHERE contains(lower(value), ${text.toLowerCase()}) ORDER BY trajectories DESC, value LIMIT ${MAX_FOUND_VALUES}`,
  );
}

const rangeColumns = {
  range: { type: 'text', doc: 'steps, calls, errorCount or tokens.' },
  bin: { type: 'int', doc: '0 for the value 0; n for values from 2^(n-1) up to 2^n.' },
  trajectories: { type: 'int', doc: 'Trajectories in the bin.' },
} as const satisfies Record<string, Column>;

/** A small histogram for each range of counts, bins doubling in width; a range's own limits are left out of its own. */
export function trajectoryRanges(filter: TrajectoryFilter) {
  const matches = trajectoryMatches(filter);
  const ranges = Object.keys(COUNT_RANGES) as CountRange[];
  const bins = ranges.map(binColumn);
  const histograms = ranges.map(
    (range, i) => sql`SELECT ${range} AS range, ${bins[i]!}::INTEGER AS bin, sum(n)::INTEGER AS trajectories FROM binned
      WHERE ${isCounted([...matches.ranges.keys()].indexOf(range))} GROUP BY 2`,
  );
  const { from, uses } = matches.reads;
  return query(
    {
      name: 'trajectoryRanges',
      from,
      uses: isByFacetsAlone(matches) ? [...uses, TRAJECTORY_BINS] : uses,
      columns: rangeColumns,
    },
    sql`WITH binned AS MATERIALIZED (${binned(matches, join(bins, ', '))})
      SELECT * FROM (${join(histograms, ' UNION ALL ')}) ORDER BY range, bin`,
  );
}

/**
 * One pass over the trajectories, or none where facets alone narrow.
 * @param bins columns of the bins
 * @returns columns of the bins, n, misses: which ranges leave the rows out
 */
function binned(matches: TrajectoryMatches, bins: Sql): Sql {
  const conditions = all(trajectoryConditions({ ...matches, ranges: new Map() }));
  if (isByFacetsAlone(matches)) return sql`SELECT ${bins}, n, 0 AS misses FROM trajectory_bins WHERE ${conditions}`;
  return sql`SELECT ${bins}, ${missesOf(matches.ranges)} AS misses, count(*) AS n FROM ${matches.from}
    WHERE ${conditions} GROUP BY ${bins}, misses`;
}

/** Bins of the histogram of rewards. */
export const REWARD_BINS = 20;

const rewardColumns = {
  bin: { type: 'int', doc: 'From 0: REWARD_BINS of one width from the least to the greatest reward of the corpus.' },
  lower: { type: 'float', doc: 'Least reward of the corpus.' },
  upper: { type: 'float', doc: 'Greatest reward of the corpus.' },
  trajectories: { type: 'int', doc: 'Trajectories in the bin; 0 where none matches.' },
} as const satisfies Record<string, Column>;

/** A histogram of the rewards, the limits of the reward left out; no row where no trajectory has one. */
export function trajectoryRewards(filter: TrajectoryFilter) {
  const matches = trajectoryMatches(filter);
  return query(
    { name: 'trajectoryRewards', ...matches.reads, columns: rewardColumns },
    sql`WITH ends AS MATERIALIZED (SELECT min(reward) AS lower, max(reward) AS upper FROM trajectory_keys),
      counted AS (SELECT least(${REWARD_BINS - 1}, floor((reward - lower) / greatest(upper - lower, 1e-9) * ${REWARD_BINS})::INTEGER) AS bin,
        count(*)::INTEGER AS trajectories FROM ${matches.from}, ends
        WHERE reward IS NOT NULL AND ${all(trajectoryConditions(matches, 'reward'))} GROUP BY 1)
      SELECT coalesce(bin, 0) AS bin, lower, upper, coalesce(trajectories, 0) AS trajectories
      FROM ends LEFT JOIN counted ON TRUE WHERE lower IS NOT NULL ORDER BY bin`,
  );
}
