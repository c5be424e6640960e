/** What token_stats measures of each record, and which groups a record belongs to. */
import { DIMENSIONS, MAX_BUCKETS, OTHER_BUCKET, type Dimension, type Measure } from '../../lib/corpus/index.ts';
import { literal, type Database } from './duckdb.ts';

/** Records of some components; all values are expressions over `from`. */
export interface Relation {
  readonly from: string;
  readonly component: string;
  readonly dimensions: Readonly<Partial<Record<Dimension, string>>>;
  /** Tokens of a record, by which bins are weighted. */
  readonly tokens: string;
  readonly measures: Readonly<Partial<Record<Measure, string>>>;
}

/** Sizes of a text of which the tokens are known. */
const sizes = (tokens: string, chars: string, bytes: string) => ({
  tokens,
  chars,
  bytes,
  tokens_per_byte: `${tokens} / nullif(${bytes}, 0)`,
});

/** The final light tables as relations. */
export const RELATIONS: readonly Relation[] = [
  {
    // What a trajectory declares is part of its own text, and is counted there.
    from: '(SELECT * FROM apis WHERE NOT declared)',
    component: "'documentation'",
    dimensions: { domain: 'domain', licence: '_licence' },
    tokens: 'doc_tokens',
    measures: { ...sizes('doc_tokens', '_chars', '_bytes'), params: 'n_params' },
  },
  {
    from: 'trajectories',
    component: "'trajectories'",
    dimensions: { domain: 'domain' },
    tokens: 'tokens',
    measures: {
      ...sizes('tokens', '_chars', '_bytes'),
      steps: 'n_steps',
      calls: 'n_calls',
      tokens_system: 'tokens_system',
      tokens_user: 'tokens_user',
      tokens_assistant: 'tokens_assistant',
      tokens_reasoning: 'tokens_reasoning',
      tokens_calls: 'tokens_calls',
      tokens_observations: 'tokens_observations',
    },
  },
  {
    from: '(SELECT source, unnest(_step_tokens) AS step_tokens FROM trajectories)',
    component: "'trajectories'",
    dimensions: {},
    tokens: 'step_tokens',
    measures: { step_tokens: 'step_tokens' },
  },
  {
    from: 'documents',
    component: 'component',
    dimensions: { language: 'language', licence: 'licence' },
    tokens: 'tokens',
    measures: sizes('tokens', 'chars', 'bytes'),
  },
  {
    from: 'duplicates',
    component: 'component',
    dimensions: {},
    tokens: '_tokens',
    measures: {
      duplicate_exact: "CASE kind WHEN 'exact' THEN _tokens END",
      duplicate_near: "CASE kind WHEN 'near' THEN _tokens END",
    },
  },
];

/**
 * Makes the temporary tables `measured` (group_no, tokens, measures), one row a record, and `members` (group_no, source,
 * component, dimension, bucket), which says what a group is part of.
 */
export async function makeMeasured(db: Database, relation: Relation): Promise<void> {
  const { from, component, dimensions, tokens, measures } = relation;
  const values = DIMENSIONS.map((name) => `coalesce(${dimensions[name] ?? 'NULL'}, '') AS ${name}`);
  const keys = `source, ${component} AS component, ${values.join(', ')}`;
  await db.run(`CREATE TEMP TABLE groups AS SELECT (row_number() OVER ())::INTEGER AS group_no, *
    FROM (SELECT ${keys}, sum(${tokens}) AS tokens FROM ${from} GROUP BY ALL ORDER BY ALL)`);
  const own = Object.entries({ tokens, ...measures }).map(([name, value]) => `${value} AS ${name}`);
  await db.run(`CREATE TEMP TABLE measured AS SELECT group_no, r.* EXCLUDE (source, component, ${DIMENSIONS.join(', ')})
    FROM (SELECT ${keys}, ${own.join(', ')} FROM ${from}) r JOIN groups USING (source, component, ${DIMENSIONS.join(', ')})`);
  await db.run(`CREATE TEMP TABLE members AS ${members()}`);
}

export async function dropMeasured(db: Database): Promise<void> {
  await db.run('DROP TABLE measured; DROP TABLE members; DROP TABLE groups');
}

function members(): string {
  const valued = DIMENSIONS.map(
    (name) =>
      `SELECT group_no, source, component, '${name}' AS dimension, ${name} AS bucket, groups.tokens AS tokens FROM groups`,
  );
  return `WITH valued AS (${valued.join(' UNION ALL ')}),
    ranked AS (SELECT source, component, dimension, bucket,
        row_number() OVER (PARTITION BY source, component, dimension ORDER BY sum(tokens) DESC, bucket) AS nth
      FROM valued GROUP BY source, component, dimension, bucket)
    SELECT group_no, source, component, '' AS dimension, '' AS bucket FROM groups
    UNION ALL
    SELECT group_no, source, component, dimension, if(nth <= ${MAX_BUCKETS}, bucket, ${literal(OTHER_BUCKET)}) AS bucket
    FROM valued JOIN ranked USING (source, component, dimension, bucket)`;
}
