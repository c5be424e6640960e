/** What must hold of duplicates and token_stats. */
import { COMPONENTS, DIMENSIONS, DUPLICATE_KINDS, MEASURES, type TableName } from '../../lib/corpus/index.ts';
import { literal } from '../write/duckdb.ts';
import { oneOf, unique, type Rule } from './rule.ts';

/** Each text is there once, but for the records that `duplicates` lists as exact. */
const repeated = (component: string, texts: TableName, id: string, text: string, from: string): Rule => ({
  name: 'duplicates-exact',
  table: 'duplicates',
  reads: [texts, ...(texts === 'api_docs' ? (['apis'] as const) : (['documents'] as const))],
  message: `Records of ${texts} that hold the same text are not listed as exact duplicates of one, or others are.`,
  sql: `SELECT min(id) AS id FROM (
      SELECT t.${id} AS id, sha256(t.${text}) AS hash, d.kind IS NOT DISTINCT FROM 'exact' AS is_repeat
      FROM ${texts} t JOIN (${from}) r USING (${id}) LEFT JOIN duplicates d ON d.record_id = t.${id} AND d.component = ${component})
    GROUP BY hash HAVING count(*) FILTER (NOT is_repeat) <> 1`,
});

/** Each record that has one is measured once, by the tokens that its own table has. */
export const recordMeasures: readonly Rule[] = [
  {
    name: 'record-measures',
    table: 'record_measures',
    reads: ['apis', 'trajectories'],
    message: 'A record is not measured once, or not with the tokens that its table has.',
    sql: `WITH records AS (SELECT 'documentation' AS component, api_no AS record_no, doc_tokens AS tokens FROM apis WHERE NOT declared
        UNION ALL SELECT 'trajectories', trajectory_no, tokens FROM trajectories),
      sized AS (SELECT component, record_no, min(tokens) AS tokens, count(*) AS n FROM record_measures GROUP BY ALL)
      SELECT component || ' ' || record_no AS id FROM records FULL JOIN sized USING (component, record_no)
      WHERE (records.tokens, 1) IS DISTINCT FROM (sized.tokens, sized.n)`,
  },
  {
    name: 'record-measures',
    table: 'record_measures',
    message: 'The tokens of the steps do not add up to those of the trajectory.',
    sql: `SELECT component || ' ' || record_no AS id FROM record_measures
      WHERE (component = 'trajectories') <> (step_tokens IS NOT NULL)
        OR coalesce(list_sum(step_tokens), 0) <> if(step_tokens IS NULL, 0, tokens)`,
  },
];

/** Ids of all records, by component. */
const RECORD_IDS = `(SELECT 'documentation' AS component, api_id AS id FROM apis WHERE NOT declared
  UNION ALL SELECT 'trajectories', trajectory_id FROM trajectories UNION ALL SELECT component, document_id FROM documents)`;

export const duplicates: readonly Rule[] = [
  unique('duplicates', "component || ' ' || record_id"),
  oneOf('duplicates', 'component', COMPONENTS, 'record_id'),
  oneOf('duplicates', 'kind', DUPLICATE_KINDS, 'record_id'),
  ...['record_id', 'duplicate_of'].map((column): Rule => ({
    name: 'reference',
    table: 'duplicates',
    reads: ['apis', 'trajectories', 'documents'],
    message: `There is no record of the id in ${column}.`,
    sql: `SELECT record_id AS id FROM duplicates WHERE (component, ${column}) NOT IN ${RECORD_IDS}`,
  })),
  {
    name: 'value',
    table: 'duplicates',
    message: 'A record repeats itself, or its similarity does not fit its kind.',
    sql: `SELECT record_id AS id FROM duplicates
      WHERE record_id = duplicate_of OR similarity > 1 OR similarity <= 0 OR (kind = 'exact' AND similarity <> 1)`,
  },
  repeated("'documentation'", 'api_docs', 'api_id', 'document', 'SELECT api_id FROM apis WHERE NOT declared'),
  ...['code', 'text'].map((component) =>
    repeated(
      literal(component),
      'document_texts',
      'document_id',
      'content',
      `SELECT document_id FROM documents WHERE component = ${literal(component)}`,
    ),
  ),
];

const measured = (table: TableName, component: string, value: string, where = ''): Rule => ({
  name: 'token-stats',
  table: 'token_stats',
  reads: [table],
  message: `count, sum or histogram of tokens is not what ${table} has.`,
  sql: `WITH have AS (SELECT source, ${component} AS component, count(*)::DOUBLE AS n, sum(${value})::DOUBLE AS s FROM ${table} ${where} GROUP BY ALL),
    stats AS (SELECT source, component, max(value) FILTER (statistic = 'count') AS n, max(value) FILTER (statistic = 'sum') AS s,
      sum(records) FILTER (statistic = 'histogram') AS bins, sum(value) FILTER (statistic = 'histogram') AS binned
      FROM token_stats WHERE dimension = '' AND measure = 'tokens' AND component IN (SELECT component FROM have) GROUP BY ALL)
    SELECT coalesce(have.source, stats.source) AS id FROM have FULL JOIN stats USING (source, component)
    WHERE (have.n, have.s, have.n, have.s) IS DISTINCT FROM (stats.n, stats.s, stats.bins, stats.binned)`,
});

export const tokenStats: readonly Rule[] = [
  measured('apis', "'documentation'", 'doc_tokens', 'WHERE NOT declared'),
  measured('trajectories', "'trajectories'", 'tokens'),
  measured('documents', 'component', 'tokens'),
  {
    name: 'token-stats',
    table: 'token_stats',
    reads: ['duplicates'],
    message: 'duplicate_exact and duplicate_near do not count what duplicates has.',
    sql: `WITH have AS (SELECT source, component, 'duplicate_' || kind AS measure, count(*)::DOUBLE AS n FROM duplicates GROUP BY ALL),
        stats AS (SELECT source, component, measure, value AS n FROM token_stats WHERE measure LIKE 'duplicate%' AND statistic = 'count')
      SELECT coalesce(have.source, stats.source) AS id FROM have FULL JOIN stats USING (source, component, measure)
      WHERE have.n IS DISTINCT FROM stats.n`,
  },
  {
    name: 'token-stats-parts',
    table: 'token_stats',
    message: 'The buckets of a dimension do not add up to the whole.',
    sql: `WITH sums AS (SELECT source, component, dimension, measure, sum(value) FILTER (statistic = 'count') AS n,
        sum(records) AS records, sum(tokens) AS tokens FROM token_stats GROUP BY ALL)
      SELECT part.source || ' ' || part.component || ' ' || part.dimension || ' ' || part.measure AS id
      FROM sums part LEFT JOIN sums whole
        ON (part.source, part.component, part.measure, '') = (whole.source, whole.component, whole.measure, whole.dimension)
      WHERE part.dimension <> '' AND (part.n, part.records, part.tokens) IS DISTINCT FROM (whole.n, whole.records, whole.tokens)`,
  },
  {
    name: 'token-stats-weights',
    table: 'token_stats',
    message: 'A bin of tokens does not weigh what it sums up to, or a quantile has no error.',
    sql: `SELECT source || ' ' || component || ' ' || measure || ' ' || lower AS id FROM token_stats
      WHERE (statistic = 'histogram' AND measure IN ('tokens', 'step_tokens') AND tokens IS DISTINCT FROM value)
        OR (statistic = 'histogram') <> (tokens IS NOT NULL) OR (statistic = 'quantile') <> (error IS NOT NULL)`,
  },
  oneOf('token_stats', 'dimension', ['', ...DIMENSIONS], 'source'),
  oneOf('token_stats', 'measure', Object.keys(MEASURES), 'source'),
];
