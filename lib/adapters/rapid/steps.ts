/** Steps that the formats of this family have in common. */
import type { GoldCall } from '../declarations.ts';
import type { CallRecord, StepRecord } from '../records.ts';
import { EMPTY_STEP } from '../records.ts';

/** @param syntax how the source writes calls: the columns' calls.syntax */
export function oneCall(tool_name: string, args: string | null, syntax: string): CallRecord[] {
  return [
    { call: 0, source_call_id: null, tool_name, api_id: null, arguments: args, syntax, derived: false },
  ] satisfies CallRecord[];
}

export function messageStep(role: StepRecord['role'], content: string | null): StepRecord {
  return { ...EMPTY_STEP, role, content };
}

/** @returns what is asked and, a step each, the calls that a benchmark expects one after another */
export function goldSteps(asked: string, calls: readonly GoldCall[], syntax: string): StepRecord[] {
  const expected = calls.map(({ name, arguments: given }) => ({
    ...messageStep('assistant', null),
    calls: oneCall(name, given, syntax),
    note: 'Expected by the benchmark; nobody made the call.',
  }));
  return [messageStep('user', asked), ...expected];
}

/**
 * Says which steps led to the answer, where steps branch.
 * @param steps each with its parent_step
 * @param end last step of the answer path; -1 where no step is on it
 */
export function markAnswerPath(steps: readonly StepRecord[], end: number): StepRecord[] {
  const path = new Set<number>();
  for (let at: number | null = end; at !== null && at >= 0 && !path.has(at); at = steps[at]?.parent_step ?? null) {
    path.add(at);
  }
  return steps.map((step, no) => ({ ...step, on_answer_path: path.has(no) }));
}

/** @returns whether some step is continued by more than one */
export function hasBranches(steps: readonly StepRecord[]): boolean {
  const parents = steps.map(({ parent_step }) => parent_step);
  return new Set(parents).size < parents.length;
}
