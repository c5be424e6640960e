/** ToolAlpaca: tools with their documentation, and what people asked of them. */
import { eachRecord, type OpenFile, type RecordAdapter, type SourceRecord } from '../adapter.ts';
import type { GoldCall, ToolDeclaration } from '../declarations.ts';
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import { EMPTY_STEP, EMPTY_TRAJECTORY, type Sink, type StepRecord, type TrajectoryRecord } from '../records.ts';
import { jsonSource, type JsonSource } from '../text/json-source.ts';
import { fileStem } from '../file-stem.ts';
import { rejectShape } from '../reject-shape.ts';
import { goldSteps, messageStep, oneCall } from './steps.ts';
import { readTool } from './toolalpaca-tools.ts';

const FORMAT = 'toolalpaca';

/** The agent cuts what an API answers to this many characters (ToolAlpaca, agent/tools.py). */
const OUTPUT_LIMIT = 3_000;

export const toolAlpaca: RecordAdapter = {
  name: FORMAT,
  title: 'ToolAlpaca',
  yields: ['apis', 'trajectories'],
  doc: 'One record a tool. Its documentation is OpenAPI in a string, one API an operation; each instruction with its golden answer, and each instance of the training set, is a trajectory. APIs and trajectories each count as a record. Arguments are kept as they stand, JSON or not.',
  reference: 'ToolAlpaca, data/eval_real.json and data/train_data.json',
  scope: 'record',
  detect({ records }) {
    return isTool(records[0]?.value)
      ? { confidence: 0.97, reason: 'records have `Name`, and `Function_Description` or `NLDocumentation`' }
      : null;
  },
  open: eachRecord((record, file, sink) => {
    if (!isTool(record.value)) return rejectShape(sink, file, record, 'a tool with `Name` and `Function_Description`');
    readRecord(record.value, record, file, sink);
  }),
};

function isTool(value: unknown): value is JsonObject {
  if (!isObject(value) || typeof value['Name'] !== 'string') return false;
  return 'Function_Description' in value || 'NLDocumentation' in value;
}

/** What the trajectories of a tool share. */
interface Tool {
  readonly value: JsonObject;
  readonly record: SourceRecord;
  readonly file: OpenFile;
  readonly tools: readonly ToolDeclaration[] | null;
  readonly source: JsonSource;
}

function readRecord(value: JsonObject, record: SourceRecord, file: OpenFile, sink: Sink): void {
  const tool = { value, record, file, tools: readTool(value, record, file, sink), source: jsonSource(record.raw) };
  const instances = arrayOf(value['Instances']);
  const answers = arrayOf(value['Golden_Answers']);
  // Of the training set, the instances say what the instructions do, and more.
  const instructions = instances.length > 0 && answers.length === 0 ? [] : arrayOf(value['Instructions']);
  const asked = Math.max(instructions.length, answers.length);
  for (let at = 0; at < asked; at++) sink.trajectory(askedOf(tool, at, instructions[at], answers[at]));
  instances.forEach((instance, at) => {
    if (isObject(instance)) return sink.trajectory(instanceOf(tool, at, instance));
    const position = `${record.position}/Instances/${at}`;
    const raw = tool.source(['Instances', at], instance);
    rejectShape(sink, file, { position, value: instance, raw }, 'an instance with `input` and `intermediate_steps`');
  });
  if (asked + instances.length > 0 || (tool.tools?.length ?? 0) > 0) return;
  rejectShape(sink, file, record, 'a tool with functions, instructions or instances');
}

function trajectory(
  { value, record, file, tools, source }: Tool,
  [list, at]: readonly [string, number],
  own: Pick<TrajectoryRecord, 'kind' | 'steps'> & Partial<TrajectoryRecord>,
): TrajectoryRecord {
  const name = String(value['Name']);
  return {
    ...EMPTY_TRAJECTORY,
    record_id: `${fileStem(file.path)}/${name}/${list === 'Instances' ? 'instances/' : ''}${at}`,
    domain: textOf(value['Category']),
    format: FORMAT,
    source_file: file.path,
    source_pointer: `${record.position}/${list}/${at}`,
    tools,
    raw_format: 'json',
    raw: source([list, at], arrayOf(value[list])[at]),
    ...own,
  };
}

/** An instruction and what is to be called for it; without an answer it is a task. */
function askedOf(tool: Tool, at: number, instruction: unknown, answer: unknown): TrajectoryRecord {
  const asked = typeof instruction === 'string' ? instruction : (JSON.stringify(instruction) ?? '');
  const metadata = JSON.stringify({ authentication: tool.value['Authentication'] });
  if (!Array.isArray(answer)) {
    return trajectory(tool, ['Instructions', at], { kind: 'task', steps: [messageStep('user', asked)], metadata });
  }
  const gold = answer.map((call): GoldCall => {
    const { Action: name, Action_Input: given } = objectOf(call);
    return { turn: 0, name: String(name), arguments: verbatim(given), accepted: null };
  });
  return trajectory(tool, ['Golden_Answers', at], {
    kind: 'gold',
    gold,
    steps: goldSteps(asked, gold, FORMAT),
    metadata,
  });
}

function verbatim(value: unknown): string | null {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? null);
}

/** What a model did: its actions, and what it said at the end. */
function instanceOf(tool: Tool, at: number, instance: JsonObject): TrajectoryRecord {
  const { input, output, 'Final Thought': thought, intermediate_steps: acted, ...rest } = instance;
  const steps = [messageStep('user', verbatim(input))];
  for (const entry of arrayOf(acted)) steps.push(...actionSteps(entry, steps.length));
  if (output !== undefined) {
    steps.push({ ...messageStep('assistant', verbatim(output)), reasoning: verbatim(thought) });
  }
  return trajectory(tool, ['Instances', at], { kind: 'rollout', steps, metadata: JSON.stringify(rest) });
}

/** @param entry `[[action, input, text], observation]` */
function actionSteps(entry: unknown, position: number): StepRecord[] {
  const [action, observation] = arrayOf(entry);
  const [name, given, text] = arrayOf(action);
  if (typeof name !== 'string') {
    return [{ ...messageStep('assistant', verbatim(entry)), note: 'A step of the source that names no action.' }];
  }
  const call = { ...messageStep('assistant', verbatim(text)), calls: oneCall(name, verbatim(given), FORMAT) };
  if (observation === undefined) return [call];
  const content = verbatim(observation);
  const status = /^Status Code: (\d{3})\b/.exec(content ?? '')?.[1] ?? null;
  const answered: StepRecord = {
    ...EMPTY_STEP,
    role: 'tool',
    content,
    status,
    is_error: status !== null && Number(status) >= 400,
    truncated: status !== null && content !== null && [...content].length === OUTPUT_LIMIT,
    call_step: position,
    call: 0,
    pairing: 'inline',
  };
  return [call, answered];
}
