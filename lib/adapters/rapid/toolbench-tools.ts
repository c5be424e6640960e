/** ToolBench and StableToolBench: tools of RapidAPI, and the instructions that are to be solved with them. */
import type { RecordAdapter, SourceRecord } from '../adapter.ts';
import { eachRecord } from '../adapter.ts';
import type { GoldCall, ToolDeclaration } from '../declarations.ts';
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import { EMPTY_TRAJECTORY, type TrajectoryRecord } from '../records.ts';
import { jsonSource } from '../text/json-source.ts';
import { fileStem } from '../file-stem.ts';
import { rejectShape } from '../reject-shape.ts';
import { messageStep } from './steps.ts';
import { rapidDeclaration, readToolFile, responsesPath } from './toolbench-apis.ts';

const FORMAT = 'toolbench-tools';

export const toolbenchTools: RecordAdapter = {
  name: FORMAT,
  title: 'ToolBench tools and instructions',
  yields: ['apis', 'trajectories'],
  doc: 'Tool files of RapidAPI become one API an endpoint, with the response that ToolBench keeps beside them. An instruction becomes a task: its query, the tools that it may use (`api_list`), and the APIs it is made for (`relevant APIs`) as expected calls without arguments. StableToolBench adds response templates of type names.',
  reference: 'ToolLLM (ToolBench), data/toolenv and data/instruction; StableToolBench, solvable_queries',
  scope: 'record',
  detect({ records }) {
    const value = objectOf(records[0]?.value);
    if (isInstruction(value)) {
      return Array.isArray(value['api_list'])
        ? { confidence: 0.97, reason: 'records have `query`, `query_id` and an `api_list`' }
        : { confidence: 0.5, reason: 'records have `query` and `query_id`' };
    }
    if (!Array.isArray(value['api_list']) || 'query' in value) return null;
    if (typeof value['tool_name'] === 'string' || typeof value['standardized_name'] === 'string')
      return { confidence: 0.97, reason: 'the file has `tool_name` and an `api_list`' };
    const onlyList = Object.keys(value).length === 1 && value['api_list'].every((api) => 'name' in objectOf(api));
    return onlyList ? { confidence: 0.8, reason: 'the file is an `api_list` of names and schemas' } : null;
  },
  companions: (path) => {
    const responses = responsesPath(path);
    return responses === null ? [] : [{ path: responses, consumed: true }];
  },
  open: eachRecord((record, file, sink) => {
    const value = objectOf(record.value);
    if (isInstruction(value)) return sink.trajectory(taskOf(value, record, file.path));
    if (Array.isArray(value['api_list'])) return readToolFile(record, file, sink);
    rejectShape(sink, file, record, '`query` and `query_id`, or a tool with an `api_list`');
  }),
};

function isInstruction(value: JsonObject): boolean {
  return typeof value['query'] === 'string' && 'query_id' in value && !('answer' in value);
}

function taskOf(value: JsonObject, { position, raw }: SourceRecord, path: string): TrajectoryRecord {
  const { api_list: list, query, query_id: id, 'relevant APIs': relevant, ...rest } = value;
  return {
    ...EMPTY_TRAJECTORY,
    record_id: `${fileStem(path)}/${String(id)}`,
    kind: 'task',
    domain: textOf(objectOf(arrayOf(list)[0])['category_name']),
    format: FORMAT,
    source_file: path,
    source_pointer: position,
    tools: declarations(list, raw),
    gold: Array.isArray(relevant) ? relevant.map(goldCall) : null,
    metadata: JSON.stringify({ query_id: id, relevant_apis: relevant, ...rest }),
    raw_format: 'json',
    raw,
    steps: [messageStep('user', query as string)],
  };
}

function declarations(list: unknown, raw: string): ToolDeclaration[] | null {
  if (!Array.isArray(list)) return null;
  const source = jsonSource(raw);
  return list.flatMap((api: unknown, at) =>
    isObject(api) ? [rapidDeclaration(api, source(['api_list', at], api))] : [],
  );
}

/** `[tool, api]`; the tool is in metadata, since a call names the API alone. */
function goldCall(pair: unknown): GoldCall {
  return { turn: 0, name: String(arrayOf(pair).at(-1)), arguments: null, accepted: null };
}
