/** API-Bank's dialogues: one file a dialogue, one line a turn; a line of `API` is a call and its result. */
import type { OpenFile, SourceRecord } from '../adapter.ts';
import { isObject, type JsonObject } from '../json-value.ts';
import { EMPTY_STEP, EMPTY_TRAJECTORY, type StepRecord, type TrajectoryRecord } from '../records.ts';
import { jsonSource } from '../text/json-source.ts';
import { fileStem } from '../file-stem.ts';
import { messageStep, oneCall } from './steps.ts';

/** A line that is a turn. */
export interface Turn {
  readonly value: JsonObject;
  readonly raw: string;
}

/** @returns the line if it is a turn of a dialogue, else null */
export function turnOf({ value, raw }: SourceRecord): Turn | null {
  if (!isObject(value)) return null;
  const { role, text, api_name } = value;
  const said = (role === 'User' || role === 'AI') && typeof text === 'string';
  return said || (role === 'API' && typeof api_name === 'string') ? { value, raw } : null;
}

/** @param turns at least one */
export function dialogueOf(turns: readonly Turn[], format: string, file: OpenFile): TrajectoryRecord {
  const steps: StepRecord[] = [];
  for (const turn of turns) steps.push(...turnSteps(turn, steps.length));
  return {
    ...EMPTY_TRAJECTORY,
    record_id: fileStem(file.path, 2),
    kind: 'dialogue',
    format,
    source_file: file.path,
    source_pointer: '',
    raw_format: 'text',
    raw: turns.map(({ raw }) => raw).join('\n'),
    steps,
  };
}

function turnSteps({ value, raw }: Turn, position: number): StepRecord[] {
  const { role, text, api_name: name, param_dict: given, result } = value;
  if (role !== 'API') return [messageStep(role === 'User' ? 'user' : 'assistant', text as string)];
  const source = jsonSource(raw);
  const args = given === undefined ? null : source(['param_dict'], given);
  const call = { ...messageStep('assistant', null), calls: oneCall(name as string, args, 'api-bank') };
  if (result === undefined) return [call];
  const observation: StepRecord = {
    ...EMPTY_STEP,
    role: 'tool',
    content: source(['result'], result),
    content_type: 'application/json',
    is_error: isObject(result) && (result['exception'] ?? null) !== null,
    call_step: position,
    call: 0,
    pairing: 'inline',
  };
  return [call, observation];
}
