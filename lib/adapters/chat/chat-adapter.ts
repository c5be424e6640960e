/** What all adapters of conversations have in common. */
import type { FileSample, OpenFile, RecordAdapter, SourceRecord } from '../adapter.ts';
import { eachRecord } from '../adapter.ts';
import { isObject, textOf, type JsonObject } from '../json-value.ts';
import { pairObservations, type UnpairedStep } from '../pairing.ts';
import { messageOf, report } from '../reasons.ts';
import { EMPTY_TRAJECTORY, type TrajectoryRecord } from '../records.ts';
import { jsonSource } from '../text/json-source.ts';
import type { MessageOptions } from './openai-messages.ts';
import { idOf, parsedIfJson } from './steps.ts';

/** What a format says of a record; the rest of the trajectory follows from it. */
export interface Conversation extends Partial<Omit<TrajectoryRecord, 'steps'>> {
  readonly steps: readonly UnpairedStep[];
}

export interface ChatFormat {
  readonly name: string;
  readonly title: string;
  readonly doc: string;
  readonly reference: string;
  /** What a record has, for the message of a reject: "a list of messages in `messages`". */
  readonly expected: string;
  detect: RecordAdapter['detect'];
  /** @returns null where the record is not of the format */
  read(record: SourceRecord, file: OpenFile): Conversation | null;
}

/** @returns an adapter that reads one conversation from each record, and rejects what holds none */
export function chatAdapter({ expected, read, detect, ...format }: ChatFormat): RecordAdapter {
  return {
    ...format,
    detect: (sample) => tried(() => detect(sample)).result ?? null,
    yields: ['trajectories'],
    scope: 'record',
    open: eachRecord((record, file, sink) => {
      const { result, problem } = tried(() => read(record, file));
      if (result && result.steps.length > 0) {
        sink.trajectory(trajectoryOf(result, format.name, record, file));
        return;
      }
      const { position, raw } = record;
      const message = `Expected ${expected}${result ? '; there are no messages in it' : ''}${problem}.`;
      report(sink, file.path, { severity: 'rejected', reason: 'not-of-format', position, message, raw });
    }),
  };
}

/** Values may nest deeper than the stack reaches when they are written as JSON. */
function tried<T>(work: () => T): { result: T | undefined; problem: string } {
  try {
    return { result: work(), problem: '' };
  } catch (error) {
    return { result: undefined, problem: `; reading it failed: ${messageOf(error)}` };
  }
}

export function trajectoryOf(
  { steps, ...known }: Conversation,
  format: string,
  { position, raw }: SourceRecord,
  { path, container }: Pick<OpenFile, 'path' | 'container'>,
): TrajectoryRecord {
  return {
    ...EMPTY_TRAJECTORY,
    kind: kindOf(steps),
    format,
    source_file: path,
    source_pointer: position,
    raw_format: ['parquet', 'csv', 'yaml', 'text'].includes(container) ? container : 'json',
    raw,
    ...known,
    steps: pairObservations(steps),
  };
}

/** A question with its answer, a run with tools, or talk. */
function kindOf(steps: readonly UnpairedStep[]): TrajectoryRecord['kind'] {
  if (steps.some(({ role }) => role === 'tool')) return 'rollout';
  if (steps.filter(({ role }) => role !== 'system').length <= 2) return 'single_turn';
  return steps.some(({ calls }) => calls.length > 0) ? 'rollout' : 'dialogue';
}

/** @returns a field that is a list, or JSON of one in a string; null where it is neither */
export function listIn(value: JsonObject, key: string): readonly unknown[] | null {
  const list = parsedIfJson(value[key]);
  return Array.isArray(list) ? list : null;
}

/** @returns options to read messages of a field with, so that objects of arguments keep their text */
export function sourceOf(record: SourceRecord, value: JsonObject, key: string): MessageOptions {
  if (typeof value[key] === 'string') return {};
  const source = jsonSource(record.raw);
  return { source: (path, part) => source([key, ...path], part) };
}

const IDS = ['id', 'uuid', 'item_id', 'conversation_id', 'trajectory_id', 'traj_id', 'record_id', 'sample_id', '_id'];

/** @returns the record's own id; null where it has none */
export function recordId(value: JsonObject): string | null {
  return IDS.map((key) => idOf(value[key])).find((id) => id !== null) ?? null;
}

const MODELS = ['model', 'model_name', 'generator'];

/** @returns the model that the record names; null where it names none */
export function modelOf(value: JsonObject): string | null {
  return MODELS.map((key) => textOf(value[key])).find((model) => model !== null) ?? null;
}

/** @returns the fields that no column holds, as JSON text; null where none is left */
export function restOf(value: JsonObject, held: readonly string[]): string | null {
  const rest = Object.entries(value).filter(([key, field]) => !held.includes(key) && field !== null);
  return rest.length === 0 ? null : JSON.stringify(Object.fromEntries(rest));
}

/**
 * @param test whether a record has the format's shape
 * @param marks what at least one record must have too
 * @returns whether nearly all records of the sample have it: a few may be broken
 */
export function fits(sample: FileSample, test: (value: JsonObject) => boolean, marks = test): boolean {
  const objects = sample.records.map(({ value }) => value).filter(isObject);
  const fitting = objects.filter(test);
  return fitting.length > 0 && fitting.length >= 0.8 * sample.records.length && fitting.some(marks);
}
