/**
 * Compares the calls of a run with those that a benchmark expects, as BFCL's checker does (ast_checker.py): any of the
 * values listed for an argument is right, an empty text among them means that it may be left out, texts are compared
 * without case and punctuation, and the order of calls within a turn does not matter.
 */
import type { GoldCall } from '../adapters/declarations.ts';
import { arrayOf, isObject, objectOf, type JsonObject } from '../adapters/json-value.ts';
import { pointer } from '../adapters/text/pointer.ts';
import type { TrajectoryRecord } from '../adapters/records.ts';
import type { Finding } from './problems.ts';
import { readArguments } from './read-arguments.ts';
import { showValue, showValues } from './show-value.ts';
import { canonical } from './values.ts';

/** A call that was made, with its arguments read. */
export interface MadeCall {
  readonly step: number;
  readonly call: number;
  readonly name: string;
  readonly values: JsonObject | null;
}

/** Values that are accepted for each argument; null stands for "not given". */
type Expected = ReadonlyMap<string, readonly unknown[]>;

/**
 * @param record its gold calls are compared with `made`; nothing is said of records whose calls are the gold ones
 * @returns findings by step: at the call that differs, or at the last step of the turn in which a call is missing
 */
export function goldMismatches(record: TrajectoryRecord, made: readonly MadeCall[]): Map<number, Finding[]> {
  const { gold, kind, steps } = record;
  const found = new Map<number, Finding[]>();
  if (gold === null || kind === 'gold' || kind === 'task' || made.length === 0) return found;
  const turns = turnsOf(record);
  const left = new Set(made);
  const unmatched = gold.filter((wanted) => {
    const match = [...left].find((one) => isInTurn(one, wanted, turns) && differences(one, wanted).length === 0);
    return match === undefined || !left.delete(match);
  });
  const add = (step: number, finding: Finding): void => void found.set(step, [...(found.get(step) ?? []), finding]);
  for (const wanted of unmatched) {
    const near = [...left].find((one) => one.name === wanted.name && isInTurn(one, wanted, turns));
    if (near) {
      left.delete(near);
      for (const finding of differences(near, wanted)) add(near.step, { ...finding, call: near.call });
    } else
      add(
        lastStep(turns, wanted.turn, steps.length),
        mismatch(null, `The expected call of ${showValue(wanted.name)} is not made.`),
      );
  }
  // In a run of several steps an agent may look around; where one answer is asked for, any other call is wrong.
  if (kind === 'single_turn') {
    for (const { step, call, name } of left)
      add(step, { ...mismatch(null, `No call of ${showValue(name)} is expected.`), call });
  }
  return found;
}

function mismatch(at: string | null, message: string): Finding {
  return { call: null, code: 'gold-mismatch', pointer: at, message };
}

/** @returns for each step the turn of the user that it belongs to, from 0 */
function turnsOf({ steps }: TrajectoryRecord): number[] {
  let turn = -1;
  return steps.map(({ role }) => (role === 'user' ? ++turn : Math.max(turn, 0)));
}

function isInTurn({ step }: MadeCall, { turn }: GoldCall, turns: readonly number[]): boolean {
  return turn === null || turns[step] === turn;
}

function lastStep(turns: readonly number[], turn: number | null, count: number): number {
  const last = turn === null ? -1 : turns.lastIndexOf(turn);
  return last >= 0 ? last : count - 1;
}

/** @returns what differs; nothing where the call is as expected */
function differences(made: MadeCall, wanted: GoldCall): Finding[] {
  if (made.name !== wanted.name) return [mismatch(null, `${showValue(wanted.name)} is expected.`)];
  const expected = expectedOf(wanted);
  if (expected === null) return [];
  const values = made.values ?? {};
  const wrong = [...expected].flatMap(([name, accepted]) => {
    const value = values[name];
    const isRight = Object.hasOwn(values, name)
      ? accepted.some((one) => accepts(one, value))
      : accepted.some(mayBeOmitted);
    if (isRight) return [];
    const found = Object.hasOwn(values, name) ? showValue(value) : 'nothing';
    return [mismatch(pointer(name), `Expected ${showValues(accepted)}, found ${found}.`)];
  });
  const more = Object.keys(values).filter((name) => !expected.has(name));
  return [...wrong, ...more.map((name) => mismatch(pointer(name), 'The argument is not expected.'))];
}

function expectedOf({ accepted, arguments: only }: GoldCall): Expected | null {
  const listed = accepted === null ? null : readArguments(accepted, 'gold').values;
  if (listed !== null) return new Map(Object.entries(listed).map(([name, values]) => [name, arrayOf(values)]));
  const values = readArguments(only, 'gold').values;
  return values === null ? null : new Map(Object.entries(values).map(([name, value]) => [name, [value]]));
}

function mayBeOmitted(value: unknown): boolean {
  return value === '' || value === null;
}

/** Members of an object are lists of accepted values in turn, in BFCL. */
function accepts(accepted: unknown, value: unknown): boolean {
  if (typeof accepted === 'string' && typeof value === 'string') return plain(accepted) === plain(value);
  if (Array.isArray(accepted) && Array.isArray(value)) {
    return accepted.length === value.length && accepted.every((one, at) => accepts(one, value[at]));
  }
  if (!isObject(accepted) || !isObject(value)) return canonical(accepted) === canonical(value);
  const names = new Set([...Object.keys(accepted), ...Object.keys(value)]);
  return [...names].every((name) => {
    const allowed = objectOf(accepted)[name];
    if (!Object.hasOwn(value, name)) return arrayOf(allowed).some(mayBeOmitted);
    return accepts(allowed, value[name]) || arrayOf(allowed).some((one) => accepts(one, value[name]));
  });
}

/** As BFCL's `standardize_string`. */
function plain(text: string): string {
  return text
    .replaceAll(/[ ,./\-_*^]/g, '')
    .toLowerCase()
    .replaceAll("'", '"');
}
