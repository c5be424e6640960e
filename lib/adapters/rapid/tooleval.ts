/** ToolEval's converted answers: one JSON object a file, keyed by query, of ToolBench or StableToolBench. */
import type { OpenFile, RecordAdapter, SourceRecord } from '../adapter.ts';
import { eachRecord } from '../adapter.ts';
import { arrayOf, isObject, objectOf, type JsonObject } from '../json-value.ts';
import { EMPTY_STEP, EMPTY_TRAJECTORY, type Sink, type StepRecord, type TrajectoryRecord } from '../records.ts';
import { jsonSource } from '../text/json-source.ts';
import { pointer } from '../text/pointer.ts';
import { fileStem } from '../file-stem.ts';
import { rejectShape } from '../reject-shape.ts';
import { hasBranches, markAnswerPath, messageStep, oneCall } from './steps.ts';
import { toolMessage, MESSAGE_LIMIT } from './tool-message.ts';
import { functionDeclarations } from './toolbench-functions.ts';
import { returnType, serverObservation } from './toolbench-server.ts';

const FORMAT = 'tooleval';
const SHAPE = '`query`, `available_tools` and an `answer` with `answer_details`';

export const tooleval: RecordAdapter = {
  name: FORMAT,
  title: 'ToolEval converted answers',
  yields: ['trajectories'],
  doc: 'One JSON object a file: each key is a query, each value one trajectory. ToolBench keeps 100 characters of a message, and its tool messages are what Python prints of a call and its response; StableToolBench has them whole, as objects.',
  reference: 'ToolLLM (ToolBench), toolbench/tooleval; StableToolBench, model_predictions_converted',
  scope: 'record',
  detect({ records }) {
    const value = objectOf(records[0]?.value);
    const whole = Object.values(value);
    if (isConverted(value)) return { confidence: 0.97, reason: `records have ${SHAPE}` };
    return whole.length > 0 && whole.every(isConverted)
      ? { confidence: 0.98, reason: `each key of the object holds ${SHAPE}` }
      : null;
  },
  open: eachRecord((record, file, sink) => {
    if (isConverted(record.value)) return sink.trajectory(trajectoryOf(record.value, record, null, file.path));
    const entries = Object.entries(objectOf(record.value));
    if (entries.length === 0) return rejectShape(sink, file, record, SHAPE);
    const source = jsonSource(record.raw);
    for (const [key, value] of entries) {
      const position = `${record.position}${pointer(key)}`;
      readEntry({ position, value, raw: source([key], value) }, key, file, sink);
    }
  }),
};

function isConverted(value: unknown): value is JsonObject {
  return isObject(value) && isObject(value['answer']) && Array.isArray(value['answer']['answer_details']);
}

function readEntry(record: SourceRecord, key: string, file: OpenFile, sink: Sink): void {
  if (isConverted(record.value)) sink.trajectory(trajectoryOf(record.value, record, key, file.path));
  else rejectShape(sink, file, record, SHAPE);
}

function trajectoryOf(
  value: JsonObject,
  { position, raw }: SourceRecord,
  key: string | null,
  path: string,
): TrajectoryRecord {
  const { query, available_tools: tools, answer, ...rest } = value;
  const { answer_details: details, ...noted } = objectOf(answer);
  const steps = detailSteps(details, typeof query === 'string' ? query : '');
  const branches = hasBranches(steps);
  return {
    ...EMPTY_TRAJECTORY,
    record_id: key === null ? null : `${String(noted['method'])}/${fileStem(path)}/${key}`,
    kind: 'rollout',
    outcome: returnType(noted['final_answer']),
    format: FORMAT,
    source_file: path,
    source_pointer: position,
    tools: functionDeclarations(tools, jsonSource(raw), ['available_tools']),
    metadata: JSON.stringify({ ...noted, query, ...rest }),
    raw_format: 'json',
    raw,
    branches,
    steps: branches ? markAnswerPath(steps, answerEnd(steps, noted['final_answer'])) : steps,
  };
}

/** Nodes follow each other by `next`, which may hold several. */
function detailSteps(details: unknown, query: string): StepRecord[] {
  const steps: StepRecord[] = [];
  const open = arrayOf(details)
    .map((node) => ({ node: objectOf(node), parent: null as number | null }))
    .toReversed();
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    let parent = visit.parent;
    for (const step of nodeSteps(visit.node, query)) {
      const answers = step.role === 'tool' && step.pairing === 'inline' ? { call_step: steps.length - 1, call: 0 } : {};
      parent = steps.push({ ...step, ...answers, parent_step: parent }) - 1;
    }
    const next = arrayOf(visit.node['next']).map((node) => ({ node: objectOf(node), parent }));
    open.push(...next.toReversed());
  }
  return steps;
}

function nodeSteps({ role, message }: JsonObject, query: string): StepRecord[] {
  const text = typeof message === 'string' ? message : (JSON.stringify(message) ?? null);
  if (role === 'tool') return toolSteps(message, text);
  if (role === 'user' && text !== null && query.startsWith(text) && text !== query) {
    const note = `The record's query; answer_details has its first ${text.length} characters.`;
    return [{ ...messageStep('user', query), note, raw: text }];
  }
  if (role === 'system' || role === 'user' || role === 'assistant') {
    const note = text?.length === MESSAGE_LIMIT ? `The source keeps ${MESSAGE_LIMIT} characters of a message.` : null;
    return [{ ...messageStep(role, text), note: role === 'assistant' ? note : null }];
  }
  return [{ ...messageStep('assistant', text), note: `The source gives the role ${JSON.stringify(role)}.` }];
}

/** A tool's message is a call and its response; one that is neither is an observation of its own. */
function toolSteps(message: unknown, text: string | null): StepRecord[] {
  const read = toolMessage(message);
  if (read === null) return [{ ...messageStep('tool', text), pairing: 'none' }];
  const printed = typeof message === 'string';
  const call = { ...messageStep('assistant', null), calls: oneCall(read.name, read.arguments, FORMAT) };
  const observation = { ...EMPTY_STEP, role: 'tool' as const, ...serverObservation(read.response, null) };
  return [
    printed ? { ...call, note: 'Read out of what Python printed of the call.', raw: text } : call,
    { ...observation, truncated: observation.truncated || read.cut, pairing: 'inline' },
  ];
}

/** @returns last step of the chain whose `Finish` says the final answer, else of what was asked */
function answerEnd(steps: readonly StepRecord[], finalAnswer: unknown): number {
  const finish = steps.findIndex(({ calls: [call] }) => call?.tool_name === 'Finish' && call.arguments === finalAnswer);
  return finish === -1 ? steps.findLastIndex(({ role }) => role === 'user') : finish + 1;
}
