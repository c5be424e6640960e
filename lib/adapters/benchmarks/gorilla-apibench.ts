/** APIBench: an instruction, and the text and call that answer it. */
import { eachRecord, type RecordAdapter, type SourceRecord } from '../adapter.ts';
import { isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import { report } from '../reasons.ts';
import { EMPTY_TRAJECTORY, type TrajectoryRecord } from '../records.ts';
import { modelId } from './gorilla-apis.ts';
import { programCall } from './program-call.ts';
import { singleTurn } from './single-turn.ts';

const FORMAT = 'gorilla-apibench';

/** `code` in its three writings; the second looks like a dict of Python, but quotes nothing within. */
const WRITINGS = [
  /^\s*(?:###)?\s*Instruction:[ \t]*([\s\S]*?)\r?\n\s*(?:###)?\s*Output:[ \t]*([\s\S]*)$/,
  /^\s*\{'Instruction':\s*([\s\S]*?),\s*'Output':\s*([\s\S]*?)\}?\s*$/,
];

export const gorillaApibench: RecordAdapter = {
  name: FORMAT,
  title: 'Gorilla APIBench',
  yields: ['trajectories'],
  doc: '`code` holds instruction and answer in one text: behind `###Instruction:` and `###Output:`, or as a dict of Python that cannot be parsed. The call is taken from the field `api_call`, and belongs to the model that `api_data` documents.',
  reference: 'Gorilla (APIBench), data/apibench',
  scope: 'record',
  detect: ({ records }) =>
    records.every(({ value }) => isPair(value))
      ? { confidence: 0.97, reason: 'records have `code`, `api_call` and `api_data`' }
      : null,
  open: eachRecord((record, file, sink) => {
    if (isPair(record.value)) return sink.trajectory(trajectoryOf(record.value, record, file.path));
    const { position, raw } = record;
    const message = 'Expected the texts `code` and `api_call`, and `api_data`.';
    report(sink, file.path, { severity: 'rejected', reason: 'not-of-format', position, message, raw });
  }),
};

interface Pair extends JsonObject {
  readonly code: string;
  readonly api_call: string;
}

function isPair(value: unknown): value is Pair {
  if (!isObject(value) || !('api_data' in value)) return false;
  return typeof value['code'] === 'string' && typeof value['api_call'] === 'string';
}

function trajectoryOf(value: Pair, { position, raw }: SourceRecord, path: string): TrajectoryRecord {
  const { code, api_call, ...metadata } = value;
  const parts = WRITINGS.map((writing) => writing.exec(code)).find((found) => found !== null);
  const call = programCall(api_call);
  return {
    ...EMPTY_TRAJECTORY,
    kind: 'single_turn',
    domain: textOf(objectOf(value['api_data'])['domain']),
    format: FORMAT,
    source_file: path,
    source_pointer: position,
    metadata: JSON.stringify(metadata),
    raw_format: 'json',
    raw,
    steps: singleTurn({
      question: parts?.[1] ?? code,
      answer: parts?.[2] ?? null,
      calls: call === null ? [] : [{ ...call, api_id: modelId(value['api_data']), derived: false }],
      note: 'The call is the field api_call.',
    }),
  };
}
