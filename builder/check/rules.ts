/** What must hold between the tables of a corpus. */
import { API_KINDS, ARGUMENT_STATUSES, SCHEMA_STATUSES, STEP_ROLES, TRAJECTORY_KINDS } from '../../lib/corpus/index.ts';
import { PROBLEMS } from '../../lib/audit/problems.ts';
import { literal } from '../write/duckdb.ts';
import { duplicates, recordMeasures, tokenStats } from './mixture-rules.ts';
import { counts, numbered, oneOf, present, unique, type Rule } from './rule.ts';

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
  numbered('documents', 'document_no', 'document_id'),
  unique('document_texts', 'document_id'),
  present('documents', 'document_id', 'document_texts'),
  present('document_texts', 'document_id', 'documents'),
  oneOf('documents', 'component', ['code', 'text'], 'document_id'),
  oneOf('rejects', 'severity', ['rejected', 'warning'], "file || ' ' || position"),
];

/** All rules between tables. */
export const RULES: readonly Rule[] = [
  ...catalogue,
  ...searchIndex,
  ...lists,
  ...trajectories,
  ...documents,
  ...duplicates,
  ...recordMeasures,
  ...tokenStats,
];
