/** Gorilla OpenFunctions: a question, functions, and the call that answers it as a text. */
import { eachRecord, type RecordAdapter, type SourceRecord } from '../adapter.ts';
import { isObject, stringsOf, type JsonObject } from '../json-value.ts';
import { report } from '../reasons.ts';
import { EMPTY_TRAJECTORY, type TrajectoryRecord } from '../records.ts';
import { parsePythonCalls } from '../text/python.ts';
import { toolDeclarations } from '../tools/index.ts';
import { singleTurn } from './single-turn.ts';

const FORMAT = 'gorilla-openfunctions';

const QUESTION = ['question', 'Instruction'] as const;
const FUNCTIONS = ['functions', 'function', 'Functions'] as const;
const ANSWER = ['model_answer', 'Output'] as const;

export const gorillaOpenFunctions: RecordAdapter = {
  name: FORMAT,
  title: 'Gorilla OpenFunctions',
  yields: ['trajectories'],
  doc: 'Question, functions and answer, as `question`, `function`, `model_answer` in the test set and `Instruction`, `Functions`, `Output` in the training set, where functions are JSON in strings. The answer is a call in Python, or a list of several.',
  reference: 'Gorilla OpenFunctions, openfunctions/openfunctions-v1 and -v2',
  scope: 'record',
  detect: ({ records }) =>
    records.every(({ value }) => partsOf(value) !== null)
      ? { confidence: 0.9, reason: 'records have a question, functions and `model_answer` or `Output`' }
      : null,
  open: eachRecord((record, file, sink) => {
    const parts = partsOf(record.value);
    if (parts !== null) return sink.trajectory(trajectoryOf(parts, record, file.path));
    const { position, raw } = record;
    const message = 'Expected a question, functions, and an answer.';
    report(sink, file.path, { severity: 'rejected', reason: 'not-of-format', position, message, raw });
  }),
};

interface Parts {
  readonly question: string;
  /** Key of the record. */
  readonly functions: string;
  readonly answers: readonly string[];
  readonly rest: JsonObject;
}

function partsOf(value: unknown): Parts | null {
  if (!isObject(value)) return null;
  const [question, functions, answer] = [QUESTION, FUNCTIONS, ANSWER].map((keys) => keys.find((key) => key in value));
  if (question === undefined || functions === undefined || answer === undefined) return null;
  const { [question]: asked, [functions]: declared, [answer]: answered, ...rest } = value;
  const answers = typeof answered === 'string' ? [answered] : stringsOf(answered);
  const isWhole = answers.length > 0 && typeof asked === 'string' && typeof declared === 'object';
  return isWhole ? { question: asked, functions, answers, rest } : null;
}

function trajectoryOf(
  { question, functions, answers, rest }: Parts,
  record: SourceRecord,
  path: string,
): TrajectoryRecord {
  const value = record.value as JsonObject;
  const calls = answers.flatMap((answer) => parsePythonCalls(answer) ?? []);
  return {
    ...EMPTY_TRAJECTORY,
    kind: 'single_turn',
    format: FORMAT,
    source_file: path,
    source_pointer: record.position,
    tools: toolDeclarations(value[functions], record.raw, [functions]),
    metadata: Object.keys(rest).length === 0 ? null : JSON.stringify(rest),
    raw_format: 'json',
    raw: record.raw,
    steps: singleTurn({
      question,
      answer: answers.join('\n'),
      calls: calls.map(({ name, argumentsText }) => ({
        name,
        arguments: argumentsText,
        syntax: 'python',
        api_id: null,
        derived: true,
      })),
      note: answers.length > 1 ? 'The answers of a list, one a line.' : null,
    }),
  };
}
