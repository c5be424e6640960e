/** API-Bank's third level: a text that says who wants what, what is known, and which calls are right. */
import type { OpenFile, SourceRecord } from '../adapter.ts';
import type { GoldCall } from '../declarations.ts';
import { EMPTY_TRAJECTORY, type TrajectoryRecord } from '../records.ts';
import { argumentsAsJson } from '../text-calls/index.ts';
import { parsePythonCalls } from '../text/python.ts';
import { fileStem } from '../file-stem.ts';
import { goldSteps } from './steps.ts';

const SCENE =
  /^\s*Scene:(?<scene>.*)\n\s*First Utter[ae]nce:(?<utterance>.*)\n\s*Key Info:(?<info>[\s\S]*?)\n[-\s]*(?:GT )?API Calls?:(?<calls>[\s\S]*)$/i;

/** @returns the scene as what is asked and the calls that are expected; null where the text is none */
export function sceneOf(
  { value, raw, position }: SourceRecord,
  format: string,
  file: OpenFile,
): TrajectoryRecord | null {
  const found = typeof value === 'string' ? SCENE.exec(value.replaceAll('\r\n', '\n'))?.groups : undefined;
  if (found === undefined) return null;
  const { scene = '', utterance = '', info = '', calls = '' } = found;
  const gold = calls.split('\n').flatMap(goldCall);
  return {
    ...EMPTY_TRAJECTORY,
    record_id: fileStem(file.path, 2),
    kind: 'gold',
    domain: scene.trim() || null,
    format,
    source_file: file.path,
    source_pointer: position,
    gold,
    metadata: JSON.stringify({ key_info: info.trim() }),
    raw_format: 'text',
    raw,
    steps: goldSteps(utterance.trim(), gold, format),
  };
}

/** A line may say behind the call what it is for; one that is no call is in the raw text alone. */
function goldCall(line: string): GoldCall[] {
  const written = /^[-\s]*(\w+\(.*\))/.exec(line)?.[1];
  const calls = written === undefined ? null : parsePythonCalls(written);
  if (calls === null) return [];
  return calls.map(({ name, argumentsText }) => {
    const given = argumentsAsJson(argumentsText, 'brackets')?.json ?? argumentsText;
    return { turn: 0, name, arguments: given, accepted: null };
  });
}
