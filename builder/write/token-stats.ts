/** token_stats: the distributions behind the charts, aggregated once, so that they cost the same at any size. */
import { countEdges, QUANTILES } from '../../lib/stats/bins.ts';
import type { Database } from './duckdb.ts';

/** Measures per record, as expressions over the final tables. */
const MEASURES: readonly {
  readonly from: string;
  readonly component: string;
  readonly measures: Readonly<Record<string, string>>;
}[] = [
  {
    // What a trajectory declares is part of its own text, and is counted there.
    from: '(SELECT * FROM apis WHERE NOT declared)',
    component: "'documentation'",
    measures: { tokens: 'doc_tokens', chars: '_chars', params: 'n_params' },
  },
  {
    from: 'trajectories',
    component: "'trajectories'",
    measures: {
      tokens: 'tokens',
      chars: '_chars',
      steps: 'n_steps',
      calls: 'n_calls',
      tokens_system: 'tokens_system',
      tokens_user: 'tokens_user',
      tokens_assistant: 'tokens_assistant',
      tokens_calls: 'tokens_calls',
      tokens_observations: 'tokens_observations',
    },
  },
  { from: 'documents', component: 'component', measures: { tokens: 'tokens', chars: 'chars' } },
];

/**
 * Creates the table `token_stats` from the final light tables.
 * @param db holds apis, trajectories and documents
 */
export async function makeTokenStats(db: Database): Promise<void> {
  const parts = MEASURES.flatMap(({ from, component, measures }) =>
    Object.entries(measures).map(
      ([name, value]) =>
        `SELECT source, ${component} AS component, '${name}' AS measure, ${value}::DOUBLE AS value FROM ${from}`,
    ),
  );
  await db.run(`CREATE TEMP TABLE measured AS ${parts.join(' UNION ALL ')}`);
  const [top] = await db.rows<{ value: number | null }>('SELECT max(value) AS value FROM measured');
  const edges = countEdges(top?.value ?? 0);
  const bins = edges.slice(0, -1).map((lower, i) => `(${lower}::DOUBLE, ${edges[i + 1]!}::DOUBLE)`);
  await db.run(`CREATE TEMP TABLE bins AS SELECT * FROM (VALUES ${bins.join(', ')}) AS t(lower, upper)`);
  await db.run(`CREATE TABLE token_stats AS ${scalars()} UNION ALL ${quantiles()} UNION ALL ${histogram()}`);
  await db.run('DROP TABLE measured; DROP TABLE bins');
}

const GROUP = 'source, component, measure';
const NO_BIN = 'NULL::DOUBLE AS lower, NULL::DOUBLE AS upper, NULL::DOUBLE AS records';

function scalars(): string {
  const of = { count: 'count(*)', sum: 'sum(value)', min: 'min(value)', max: 'max(value)' };
  return Object.entries(of)
    .map(
      ([name, value]) =>
        `SELECT ${GROUP}, '${name}' AS statistic, ${NO_BIN}, ${value}::DOUBLE AS value FROM measured GROUP BY ALL`,
    )
    .join(' UNION ALL ');
}

function quantiles(): string {
  const list = QUANTILES.join(', ');
  return `SELECT ${GROUP}, 'quantile' AS statistic, lower, NULL::DOUBLE AS upper, NULL::DOUBLE AS records, value FROM (
    SELECT ${GROUP}, unnest([${list}]::DOUBLE[]) AS lower, unnest(quantile_cont(value, [${list}])) AS value FROM measured GROUP BY ${GROUP})`;
}

function histogram(): string {
  return `SELECT ${GROUP}, 'histogram' AS statistic, b.lower, b.upper, count(*)::DOUBLE AS records, sum(m.value) AS value
    FROM measured m ASOF JOIN bins b ON m.value >= b.lower GROUP BY ALL`;
}
