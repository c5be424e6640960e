/** What must hold between the tables of a corpus. Each rule is a statement that finds what breaks it. */
import {
  API_KINDS,
  ARGUMENT_STATUSES,
  DIMENSIONS,
  MEASURES,
  SCHEMA_STATUSES,
  STEP_ROLES,
  TRAJECTORY_KINDS,
  type TableName,
} from '../../lib/corpus/index.ts';
import { PROBLEMS } from '../../lib/audit/problems.ts';
import { literal } from '../write/duckdb.ts';

export interface Rule {
  readonly name: string;
  /** Table whose record is at fault. */
  readonly table: TableName;
  /** Other tables that the statement reads. */
  readonly reads?: readonly TableName[];
  readonly message: string;
  /** Yields `id` of each record that breaks the rule. */
  readonly sql: string;
}

const unique = (table: TableName, id: string): Rule => ({
  name: 'unique',
  table,
  message: 'The id is there more than once.',
  sql: `SELECT ${id} AS id FROM ${table} GROUP BY ALL HAVING count(*) > 1`,
});

const present = (table: TableName, id: string, other: TableName, otherId = id): Rule => ({
  name: 'reference',
  table,
  reads: [other],
  message: `${other} has no record of this id.`,
  sql: `SELECT DISTINCT ${id} AS id FROM ${table} WHERE ${id} IS NOT NULL AND ${id} NOT IN (SELECT ${otherId} FROM ${other})`,
});

const oneOf = (table: TableName, column: string, values: readonly string[], id: string): Rule => ({
  name: 'value',
  table,
  message: `${column} is none of ${values.join(', ')}.`,
  sql: `SELECT ${id} AS id FROM ${table} WHERE ${column} NOT IN (${values.map(literal).join(', ')})`,
});

const numbered = (table: TableName, no: string, id: string): Rule => ({
  name: 'numbering',
  table,
  message: `${no} is not the row number in order of ${id}.`,
  sql: `SELECT ${id} AS id FROM (SELECT ${id}, ${no}, row_number() OVER (ORDER BY ${id}) - 1 AS want FROM ${table}) WHERE ${no} <> want`,
});

const counts = (
  table: TableName,
  id: string,
  column: string,
  other: TableName,
  counted: string,
  otherId = id,
): Rule => ({
  name: 'count',
  table,
  reads: [other],
  message: `${column} is not what ${other} has.`,
  sql: `SELECT t.${id} AS id FROM ${table} t LEFT JOIN (SELECT ${otherId} AS id, ${counted} AS n FROM ${other} GROUP BY ${otherId}) c
    ON c.id = t.${id} WHERE t.${column} <> coalesce(c.n, 0)`,
});

const INVALID = 'count(*) FILTER (len(problems) > 0)';

const catalogue: readonly Rule[] = [
  unique('apis', 'api_id'),
  unique('api_docs', 'api_id'),
  unique('definitions', 'definition_id'),
  numbered('apis', 'api_no', 'api_id'),
  present('apis', 'api_id', 'api_docs'),
  present('api_docs', 'api_id', 'apis'),
  oneOf('apis', 'kind', API_KINDS, 'api_id'),
  oneOf('apis', 'schema_status', SCHEMA_STATUSES, 'api_id'),
  counts('apis', 'api_id', 'n_calls', 'calls', 'count(*)'),
  counts('apis', 'api_id', 'n_trajectories', 'calls', 'count(DISTINCT trajectory_id)'),
  counts('apis', 'api_id', 'n_invalid', 'calls', INVALID),
  counts('apis', 'api_id', 'n_params', 'api_docs', 'sum(len(params))'),
];

const searchIndex: readonly Rule[] = [
  unique('api_terms', 'term'),
  numbered('api_terms', 'term_no', 'term'),
  counts('api_terms', 'term_no', 'n_apis', 'api_postings', 'count(*)'),
  present('api_postings', 'term_no', 'api_terms'),
  present('api_postings', 'api_no', 'apis'),
];

const lists: readonly Rule[] = [
  numbered('trajectories', 'trajectory_no', 'trajectory_id'),
  present('trajectories', 'facet_no', 'trajectory_facets'),
  counts('trajectory_facets', 'facet_no', 'n_trajectories', 'trajectories', 'count(*)'),
  unique('called_tools', 'tool_no'),
  present('called_tools', 'api_id', 'apis'),
  present('tool_postings', 'trajectory_no', 'trajectories'),
  counts('called_tools', 'tool_no', 'n_trajectories', 'tool_postings', 'count(*)'),
  counts('called_tools', 'tool_no', 'n_calls', 'tool_postings', 'sum(n_calls)'),
  unique('trajectory_terms', 'term'),
  numbered('trajectory_terms', 'term_no', 'term'),
  counts('trajectory_terms', 'term_no', 'n_trajectories', 'trajectory_postings', 'count(*)'),
  present('trajectory_postings', 'term_no', 'trajectory_terms'),
  present('trajectory_postings', 'trajectory_no', 'trajectories'),
];

const trajectories: readonly Rule[] = [
  unique('trajectories', 'trajectory_id'),
  present('trajectories', 'trajectory_id', 'steps'),
  present('steps', 'trajectory_id', 'trajectories'),
  present('calls', 'trajectory_id', 'trajectories'),
  present('calls', 'api_id', 'apis'),
  oneOf('trajectories', 'kind', TRAJECTORY_KINDS, 'trajectory_id'),
  oneOf('steps', 'role', STEP_ROLES, "trajectory_id || ' step ' || step"),
  oneOf('calls', 'arguments_status', ARGUMENT_STATUSES, "trajectory_id || ' step ' || step"),
  counts('trajectories', 'trajectory_id', 'n_steps', 'steps', 'count(*)'),
  counts('trajectories', 'trajectory_id', 'n_calls', 'calls', 'count(*)'),
  counts('trajectories', 'trajectory_id', 'n_invalid', 'calls', INVALID),
  counts('trajectories', 'trajectory_id', 'n_errors', 'steps', 'count(*) FILTER (is_error)'),
  counts('trajectories', 'trajectory_id', 'tokens', 'steps', 'sum(tokens)'),
  unique('trajectory_records', 'trajectory_id'),
  present('trajectories', 'trajectory_id', 'trajectory_records'),
  present('trajectory_records', 'trajectory_id', 'trajectories'),
  {
    name: 'blob',
    table: 'steps',
    reads: ['blobs'],
    message: 'blobs has no record of an attachment.',
    sql: `SELECT DISTINCT trajectory_id AS id FROM (SELECT trajectory_id, unnest(attachments, recursive := true) FROM steps) a
      WHERE blob_id NOT IN (SELECT blob_id FROM blobs)`,
  },
  unique('blobs', 'blob_id'),
  {
    name: 'steps-contiguous',
    table: 'steps',
    message: 'The steps are not numbered from 0 without a gap.',
    sql: 'SELECT trajectory_id AS id FROM steps GROUP BY trajectory_id HAVING min(step) <> 0 OR max(step) <> count(*) - 1 OR count(DISTINCT step) <> count(*)',
  },
  {
    name: 'calls-of-steps',
    table: 'calls',
    reads: ['steps'],
    message: 'calls and steps.calls do not hold the same call.',
    sql: `WITH nested AS (SELECT trajectory_id, step, unnest(calls, recursive := true) FROM steps)
      SELECT coalesce(c.trajectory_id, n.trajectory_id) || ' step ' || coalesce(c.step, n.step) AS id FROM calls c
      FULL JOIN nested n ON c.trajectory_id = n.trajectory_id AND c.step = n.step AND c.call = n.call
        AND c.tool_name = n.tool_name AND c.api_id IS NOT DISTINCT FROM n.api_id
      WHERE c.trajectory_id IS NULL OR n.trajectory_id IS NULL`,
  },
  {
    name: 'observation',
    table: 'calls',
    reads: ['steps'],
    message: 'observation_step is not an observation of this trajectory.',
    sql: `SELECT c.trajectory_id || ' step ' || c.step AS id FROM calls c LEFT JOIN steps s
      ON s.trajectory_id = c.trajectory_id AND s.step = c.observation_step AND s.role = 'tool'
      WHERE c.observation_step IS NOT NULL AND s.step IS NULL`,
  },
  {
    name: 'problem-code',
    table: 'calls',
    message: `problems holds a code that is not one of ${Object.keys(PROBLEMS).join(', ')}.`,
    sql: `SELECT trajectory_id || ' step ' || step AS id FROM calls
      WHERE len(list_filter(problems, code -> code NOT IN (${Object.keys(PROBLEMS).map(literal).join(', ')}))) > 0`,
  },
];

const documents: readonly Rule[] = [
  unique('documents', 'document_id'),
  unique('document_texts', 'document_id'),
  present('documents', 'document_id', 'document_texts'),
  present('document_texts', 'document_id', 'documents'),
  oneOf('documents', 'component', ['code', 'text'], 'document_id'),
  oneOf('rejects', 'severity', ['rejected', 'warning'], "file || ' ' || position"),
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

const tokenStats: readonly Rule[] = [
  measured('apis', "'documentation'", 'doc_tokens', 'WHERE NOT declared'),
  measured('trajectories', "'trajectories'", 'tokens'),
  measured('documents', 'component', 'tokens'),
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

/** All rules between tables. */
export const RULES: readonly Rule[] = [
  ...catalogue,
  ...searchIndex,
  ...lists,
  ...trajectories,
  ...documents,
  ...tokenStats,
];
