/** The calls that a benchmark expects, beside those that were made. Pure. */
import { parseJson } from '@/components/content/json';
import type { StepCall, StepRow } from './types';

export interface GoldEntry {
  /** Turn of the user that it answers, from 0; null where the source does not say. */
  readonly turn: number | null;
  readonly name: string;
  readonly arguments: string | null;
  readonly accepted: string | null;
}

/** @param gold trajectory_records.gold */
export function goldCalls(gold: string | null): GoldEntry[] {
  const parsed = gold === null ? null : parseJson(gold);
  if (parsed === null || !('value' in parsed)) return [];
  return parsed.value.elements.flatMap((entry): GoldEntry[] => {
    const name = entry.member('name')?.string ?? null;
    const turn = entry.member('turn');
    return name === null
      ? []
      : [
          {
            turn: turn?.kind === 'number' ? Number(turn.text) : null,
            name,
            arguments: entry.member('arguments')?.string ?? null,
            accepted: entry.member('accepted')?.string ?? null,
          },
        ];
  });
}

export interface MadeCall {
  readonly step: number;
  readonly call: StepCall;
  /** Turns of the user before it, from 0. */
  readonly turn: number;
}

/** @returns all calls with the turn in which each was made */
export function madeCalls(steps: readonly StepRow[]): MadeCall[] {
  let turn = -1;
  return steps.flatMap((step) => {
    if (step.role === 'user') turn++;
    return step.calls.map((call): MadeCall => ({ step: step.step, call, turn: Math.max(0, turn) }));
  });
}

/**
 * @returns what is expected where a call was made: the expected calls of its turn to the same tool, or all of its turn
 *   where there is none; of the whole trajectory where the source counts no turns
 */
export function goldFor(made: MadeCall, gold: readonly GoldEntry[]): readonly GoldEntry[] {
  const turn = gold.filter((entry) => entry.turn === null || entry.turn === made.turn);
  const same = turn.filter(({ name }) => name === made.call.tool_name);
  return same.length > 0 ? same : turn;
}
