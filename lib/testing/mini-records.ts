/** What trajectories of the miniature corpus were read from, and a large text. The first one has none, as in older corpora. */
import type { Row } from '../corpus/index.ts';

const TOOLS = [
  {
    name: 'search_web',
    description: 'Search',
    dialect: 'prose',
    parameters: null,
    api_id: null,
    schema_status: 'prose',
  },
  { name: 'finish', description: null, dialect: 'prose', parameters: null, api_id: null, schema_status: 'none' },
];

/** In order of trajectory_id. */
export const trajectoryRecords: readonly Row<'trajectory_records'>[] = [
  {
    trajectory_id: 'examples:pay-2',
    source_file: 'example.json',
    source_pointer: '1',
    guessed: null,
    tools: null,
    gold: JSON.stringify([{ turn: 0, name: 'createPayment', arguments: '{"amount":5}', accepted: null }]),
    metadata: null,
    raw_format: 'json',
    raw: '{"id": 2}',
  },
  {
    trajectory_id: 'trees:solve-1',
    source_file: 'trees/solve.json',
    source_pointer: '',
    guessed: 'a list of messages',
    tools: JSON.stringify(TOOLS),
    gold: null,
    metadata: '{"method":"DFS"}',
    raw_format: 'json',
    raw: '{"tree": []}',
  },
];

export const blobs: readonly Row<'blobs'>[] = [
  { blob_id: 'a'.repeat(64), media_type: 'text/html', encoding: 'text', content: '<p>Payments</p>' },
  { blob_id: 'f'.repeat(64), media_type: 'image/png', encoding: 'base64', content: 'iVBORw0KGgo=' },
];
