/** Questions of the Berkeley Function-Calling Leaderboard, with the calls that it expects. */
import type { FileSample, OpenFile, RecordAdapter, RecordReader, SourceRecord } from '../adapter.ts';
import { arrayOf, isObject, objectOf, stringsOf, type JsonObject } from '../json-value.ts';
import { report } from '../reasons.ts';
import { EMPTY_STEP, EMPTY_TRAJECTORY, type Sink, type StepRecord } from '../records.ts';
import { STEP_ROLES, type StepRole } from '../../corpus/index.ts';
import type { ToolDeclaration } from '../declarations.ts';
import { toolDeclarations } from '../tools/index.ts';
import { bfclCompanions, bfclFunctionsOf } from './bfcl-companions.ts';
import { expectedCalls, type ExpectedCall } from './bfcl-gold.ts';

const FORMAT = 'bfcl';

/** What columns hold; all else of a record is metadata. */
const HELD = new Set(['id', 'question', 'function']);

export const bfcl: RecordAdapter = {
  name: FORMAT,
  title: 'BFCL questions and possible answers',
  yields: ['trajectories'],
  doc: 'JSONL in files called .json: `question` holds turns of messages; `function` the functions, or `involved_classes` the classes whose functions are in multi_turn_func_doc. The calls expected come from the file of the same name in possible_answer; of several accepted values the first that is not empty makes the call, all are kept in `gold`.',
  reference: 'Berkeley Function-Calling Leaderboard v1 to v4 (Gorilla), bfcl_eval/data',
  scope: 'file',
  detect,
  companions: bfclCompanions,
  open: openBfcl,
};

function detect({ records }: FileSample): ReturnType<RecordAdapter['detect']> {
  if (records.every(({ value }) => isQuestion(value)))
    return { confidence: 0.95, reason: 'records have `id`, `question` and `function` or `involved_classes`' };
  return records.every(({ value }) => isAnswer(value))
    ? { confidence: 0.9, reason: 'records have `id` and `ground_truth`: answers, whose questions are missing' }
    : null;
}

function isQuestion(value: unknown): value is JsonObject & { id: string } {
  if (!isObject(value) || typeof value['id'] !== 'string') return false;
  const isAsked = Array.isArray(value['question']) || typeof value['question'] === 'string';
  return (
    isAsked &&
    (isObject(value['function']) || ['function', 'involved_classes'].some((key) => Array.isArray(value[key])))
  );
}

function isAnswer(value: unknown): value is JsonObject & { id: string } {
  return isObject(value) && typeof value['id'] === 'string' && 'ground_truth' in value && !('question' in value);
}

function openBfcl(file: OpenFile, sink: Sink): RecordReader {
  const answers = new Map<string, SourceRecord>();
  const answerFile = bfclCompanions(file.path).find(({ path, consumed }) => consumed && file.companion(path) !== null);
  for (const record of answerFile === undefined ? [] : (file.companion(answerFile.path) ?? [])) {
    if (isAnswer(record.value)) answers.set(record.value.id, record);
    else reject(record, answerFile!.path, 'warning', 'not-of-format', 'Expected `id` and `ground_truth`.');
  }
  function reject(
    { position, raw }: SourceRecord,
    path: string,
    severity: 'rejected' | 'warning',
    reason: 'not-of-format' | 'answer-alone',
    message: string,
  ): void {
    report(sink, path, { severity, reason, position, message, raw });
  }
  return {
    read(record) {
      if (isQuestion(record.value)) {
        const answer = answers.get(record.value.id);
        answers.delete(record.value.id);
        return sink.trajectory(trajectoryOf(record.value, record, answer ?? null, file));
      }
      if (isAnswer(record.value))
        reject(record, file.path, 'rejected', 'answer-alone', 'Its question is not in the import.');
      else
        reject(
          record,
          file.path,
          'rejected',
          'not-of-format',
          'Expected `id`, `question` and `function` or `involved_classes`.',
        );
    },
    end() {
      for (const [id, record] of answers)
        reject(record, answerFile!.path, 'warning', 'answer-alone', `No question has the id ${JSON.stringify(id)}.`);
    },
  };
}

function trajectoryOf(
  value: JsonObject & { id: string },
  { position, raw }: SourceRecord,
  answer: SourceRecord | null,
  file: OpenFile,
) {
  const tools = declared(value, raw, file);
  const calls = answer === null ? null : expectedCalls(answer, tools ?? []);
  const turns = turnsOf(value['question']);
  return {
    ...EMPTY_TRAJECTORY,
    record_id: value.id,
    kind: calls !== null && calls.length > 0 ? 'gold' : 'task',
    format: FORMAT,
    source_file: file.path,
    source_pointer: position,
    tools,
    gold: calls?.map(({ gold }) => gold) ?? null,
    metadata: metadataOf(value, answer, calls !== null),
    raw_format: 'json',
    raw,
    steps: stepsOf(turns, calls ?? []),
  };
}

/** A class whose file is missing, and a question of multi-turn without any, leave no list rather than half of one. */
function declared(value: JsonObject, raw: string, file: OpenFile): ToolDeclaration[] | null {
  const { function: functions, involved_classes: classes } = value;
  if (functions !== undefined) return toolDeclarations(functions, raw, ['function']);
  const found = stringsOf(classes).map((name) => bfclFunctionsOf(name, file));
  if (found.length === 0 || !found.every((list) => list !== null)) return null;
  const excluded = new Set(stringsOf(value['excluded_function']));
  return found.flat().filter(({ name }) => !excluded.has(name));
}

/** Version 1 has a text or one list of messages where later ones have a list of turns. */
function turnsOf(question: unknown): (readonly unknown[])[] {
  if (typeof question === 'string') return [[{ role: 'user', content: question }]];
  const turns = arrayOf(question);
  return turns.some(isObject) ? [turns] : turns.map(arrayOf);
}

function stepsOf(turns: readonly (readonly unknown[])[], calls: readonly ExpectedCall[]): StepRecord[] {
  const last = Math.max(turns.length - 1, ...calls.map(({ gold }) => gold.turn));
  return Array.from({ length: last + 1 }, (_, turn) => [
    ...(turns[turn] ?? []).map(messageStep),
    ...expectedStep(calls.filter(({ gold }) => gold.turn === turn)),
  ]).flat();
}

function messageStep(message: unknown): StepRecord {
  const { role, content } = objectOf(message);
  const isRole = (STEP_ROLES as readonly unknown[]).includes(role);
  return {
    ...EMPTY_STEP,
    role: isRole ? (role as StepRole) : 'user',
    content: typeof content === 'string' ? content : null,
    raw: isRole && typeof content === 'string' ? null : JSON.stringify(message),
  };
}

function expectedStep(calls: readonly ExpectedCall[]): StepRecord[] {
  if (calls.length === 0) return [];
  return [
    {
      ...EMPTY_STEP,
      role: 'assistant',
      calls: calls.map(({ gold, arguments: args, syntax }, call) => ({
        call,
        source_call_id: null,
        tool_name: gold.name,
        api_id: null,
        arguments: args,
        syntax,
        derived: false,
      })),
      note: [...new Set(calls.map(({ note }) => note))].join(' '),
    },
  ];
}

/** An answer in words is kept here; of other answers `gold` has all but what stands beside ground_truth. */
function metadataOf(value: JsonObject, answer: SourceRecord | null, hasCalls: boolean): string | null {
  const beside = Object.entries(objectOf(answer?.value)).filter(
    ([key]) => key !== 'id' && !(hasCalls && key === 'ground_truth'),
  );
  const rest = [...Object.entries(value).filter(([key]) => !HELD.has(key)), ...beside];
  return rest.length === 0 ? null : JSON.stringify(Object.fromEntries(rest));
}
