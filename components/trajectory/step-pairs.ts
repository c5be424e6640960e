/** Which observation answers which call. Pure. */
import type { StepCall, StepRow } from './types';

export interface StepPairs {
  /** Steps that answer a call, in order. */
  readonly answers: (step: number, call: number) => readonly StepRow[];
  /** Name of the call that an observation answers; null where there is no such call. */
  readonly answered: (step: StepRow) => string | null;
}

const NONE: readonly StepRow[] = [];

/** @param steps all steps of a trajectory */
export function pairSteps(steps: readonly StepRow[]): StepPairs {
  const calls = new Map<string, StepCall>();
  const answers = new Map<string, StepRow[]>();
  for (const step of steps) {
    for (const call of step.calls) calls.set(`${step.step} ${call.call}`, call);
    if (step.call_step === null || step.call === null) continue;
    const key = `${step.call_step} ${step.call}`;
    answers.set(key, [...(answers.get(key) ?? []), step]);
  }
  return {
    answers: (step, call) => answers.get(`${step} ${call}`) ?? NONE,
    answered: (step) => calls.get(`${step.call_step} ${step.call}`)?.tool_name ?? null,
  };
}
