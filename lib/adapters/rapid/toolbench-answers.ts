/** ToolBench and StableToolBench answers: what a model tried, as a tree of nodes or as chains. */
import { eachRecord, type RecordAdapter, type SourceRecord } from '../adapter.ts';
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import { EMPTY_TRAJECTORY, type StepRecord, type TrajectoryRecord } from '../records.ts';
import { jsonSource } from '../text/json-source.ts';
import { fileStem } from '../file-stem.ts';
import { rejectShape } from '../reject-shape.ts';
import { hasBranches, markAnswerPath, messageStep } from './steps.ts';
import { functionDeclarations } from './toolbench-functions.ts';
import { returnType } from './toolbench-server.ts';
import { treeSteps, type Tree } from './toolbench-tree.ts';

const FORMAT = 'toolbench-answers';

export const toolbenchAnswers: RecordAdapter = {
  name: FORMAT,
  title: 'ToolBench answers',
  yields: ['trajectories'],
  doc: 'One file a query: the search tree of ToolBench and StableToolBench (DFS), or its tries (CoT). Each branch is kept; the answer path is the chain whose Finish call is `final_answer`. Without a final answer no chain is the answer path.',
  reference: 'ToolLLM (ToolBench), toolbench/inference/Tree and Algorithms/DFS.py',
  scope: 'record',
  detect({ records }) {
    return isObject(records[0]?.value) && isAnswer(records[0].value)
      ? {
          confidence: 0.98,
          reason: 'records have `win`, `answer_generation` and a `tree` of nodes or `trys` of chains',
        }
      : null;
  },
  open: eachRecord((record, file, sink) => {
    if (isObject(record.value) && isAnswer(record.value)) {
      sink.trajectory(trajectoryOf(record.value, record, file.path));
    } else rejectShape(sink, file, record, '`answer_generation` with a `tree` of nodes or `trys` of chains');
  }),
};

function isAnswer(value: JsonObject): boolean {
  const nodes = isObject(objectOf(value['tree'])['tree']) || Array.isArray(value['trys']);
  return nodes && isObject(value['answer_generation']);
}

function trajectoryOf(value: JsonObject, { position, raw }: SourceRecord, path: string): TrajectoryRecord {
  const generation = objectOf(value['answer_generation']);
  const tree = treeSteps(rootOf(value), prelude(generation));
  const branches = hasBranches(tree.steps);
  return {
    ...EMPTY_TRAJECTORY,
    // A whole file is named by it: `G1_answer/10_ChatGPT_DFS_woFilter_w2`.
    record_id: position === '' ? fileStem(path, 2) : null,
    kind: isObject(value['tree']) ? 'tree' : 'rollout',
    outcome: returnType(generation['final_answer']) ?? (value['win'] === true ? 'success' : 'failure'),
    format: FORMAT,
    source_file: path,
    source_pointer: position,
    tools: functionDeclarations(generation['function'], jsonSource(raw), ['answer_generation', 'function']),
    metadata: metadataOf(value, generation),
    raw_format: 'json',
    raw,
    branches,
    steps: branches ? markAnswerPath(tree.steps, answerEnd(tree, generation)) : tree.steps,
  };
}

/** The tree's root; tries are the branches of a root of their own. */
function rootOf(value: JsonObject): unknown {
  if (isObject(value['tree'])) return value['tree']['tree'];
  const chains = arrayOf(value['trys']).map((one) => linked(arrayOf(objectOf(one)['chain'])));
  return { node_type: 'Action Input', children: chains.flat() };
}

function linked(chain: readonly unknown[]): JsonObject[] {
  return chain.filter(isObject).reduceRight<JsonObject[]>((children, node) => [{ ...node, children }], []);
}

/** The system prompt stands in `train_messages` alone, which is absent where no chain ended. */
function prelude(generation: JsonObject): StepRecord[] {
  const system = arrayOf(arrayOf(generation['train_messages'])[0]).find((one) => objectOf(one)['role'] === 'system');
  const prompt = textOf(objectOf(system)['content']);
  const note = 'The first message of train_messages.';
  const query = generation['query'];
  return [
    ...(prompt === null ? [] : [{ ...messageStep('system', prompt), note }]),
    messageStep('user', typeof query === 'string' ? query : null),
  ];
}

/**
 * The source marks its answer by its text: `final_answer` is what `Finish` was called with. Giving up is often said in
 * the same words by several chains: then the one counts that `train_messages` were taken from.
 * @returns last step of the answer path; where the source has no answer, the query
 */
function answerEnd({ steps, ends }: Tree, generation: JsonObject): number {
  const same = ends.filter(({ answer }) => answer === generation['final_answer']);
  const trained = callsOfMessages(arrayOf(generation['train_messages']).at(-1));
  const found = same.find(({ step }) => callsTo(steps, step) === trained) ?? same[0];
  return found?.step ?? steps.findIndex(({ role }) => role === 'user');
}

function callsTo(steps: readonly StepRecord[], end: number): string {
  const names: string[][] = [];
  for (let at: number | null = end; at !== null; at = steps[at]!.parent_step) {
    names.unshift(...steps[at]!.calls.map(({ tool_name, arguments: given }) => [tool_name, given ?? '']));
  }
  return JSON.stringify(names);
}

function callsOfMessages(messages: unknown): string {
  const calls = arrayOf(messages).flatMap((one) => {
    const call = objectOf(one)['function_call'];
    return isObject(call) ? [[call['name'], call['arguments']]] : [];
  });
  return JSON.stringify(calls);
}

function metadataOf(value: JsonObject, generation: JsonObject): string {
  const { function: _functions, train_messages: messages, query: _query, chain: _chain, ...noted } = generation;
  const size = objectOf(value['tree'])['size'];
  return JSON.stringify({
    win: value['win'],
    ...noted,
    tree_size: size,
    tries: Array.isArray(value['trys']) ? value['trys'].length : undefined,
    train_messages: Array.isArray(messages) ? messages.length : null,
    forward_args: value['forward_args'],
  });
}
