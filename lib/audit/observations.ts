/** Whether calls are answered, and what the answers say. */
import type { CallRecord, StepRecord, TrajectoryRecord } from '../adapters/records.ts';
import type { Finding } from './problems.ts';
import { showValue } from './show-value.ts';
import { isReserved } from './syntaxes.ts';
import type { Timeline } from './timeline.ts';

/** Kinds of records in which nobody answers. */
const UNANSWERED = new Set<TrajectoryRecord['kind']>(['gold', 'single_turn', 'task']);

/** Steps that answer calls, by `step/call`. */
export type Answers = ReadonlyMap<string, number>;

export function callKey(step: number, call: number): string {
  return `${step}/${call}`;
}

/** @returns for each call the first step that answers it */
export function answersOf(steps: readonly StepRecord[]): Answers {
  const answers = new Map<string, number>();
  steps.forEach(({ role, call_step, call }, no) => {
    if (role !== 'tool' || call_step === null) return;
    const key = callKey(call_step, call ?? 0);
    if (!answers.has(key)) answers.set(key, no);
  });
  return answers;
}

/**
 * A call goes unanswered where the run went on without an answer: not in a last step, not where a record has no
 * observations at all, and not for calls that frameworks answer themselves.
 * @returns a function that says so of one call
 */
export function unansweredCalls(
  { kind, steps }: TrajectoryRecord,
  answers: Answers,
  timeline: Timeline,
): (step: number, call: CallRecord) => Finding[] {
  if (UNANSWERED.has(kind) || !steps.some(({ role }) => role === 'tool')) return () => [];
  return (step, { call, tool_name }) => {
    if (answers.has(callKey(step, call)) || isReserved(tool_name) || !timeline.continues(step)) return [];
    if (isAnsweredAsOne(step, steps, answers)) return [];
    return [{ call, code: 'missing-observation', pointer: null, message: 'No step answers the call.' }];
  };
}

/** One message after several calls, which names none of them, may hold the results of all. */
function isAnsweredAsOne(step: number, steps: readonly StepRecord[], answers: Answers): boolean {
  const found = steps[step]!.calls.flatMap(({ call }) => answers.get(callKey(step, call)) ?? []);
  return found.length === 1 && steps[found[0]!]!.pairing === 'adjacent';
}

/** @returns what is found of the observations of a trajectory, by step */
export function observationFindings({ steps }: TrajectoryRecord, answers: Answers): Map<number, Finding[]> {
  const recovery = recoveries(steps, answers);
  const firstTurn = steps.findIndex(({ role }) => role === 'assistant');
  const found = new Map<number, Finding[]>();
  steps.forEach((step, no) => {
    if (step.role !== 'tool') return;
    const findings = [
      // Environments show how things stand before anything is done: that answers nothing.
      ...(step.call_step === null && firstTurn >= 0 && no > firstTurn ? [orphaned()] : []),
      ...(step.truncated ? [said('truncated-observation', 'The observation was cut off.')] : []),
      ...(step.is_error ? [said('error-observation', errorText(step)), ...unrecovered(step, no, steps, recovery)] : []),
    ];
    if (findings.length > 0) found.set(no, findings);
  });
  return found;
}

function said(code: Finding['code'], message: string): Finding {
  return { call: null, code, pointer: null, message };
}

function orphaned(): Finding {
  return said('orphaned-observation', 'The observation answers no call that is known.');
}

function errorText({ status, content }: StepRecord): string {
  const what = status === null ? '' : ` (${status})`;
  return `The observation reports an error${what}: ${showValue(content ?? '')}`;
}

function calledBy({ call_step, call }: StepRecord, steps: readonly StepRecord[]): string | null {
  if (call_step === null) return null;
  return steps[call_step]?.calls.find((one) => one.call === (call ?? 0))?.tool_name ?? null;
}

/** @returns for each tool the last step at which a call of it was answered without an error */
function recoveries(steps: readonly StepRecord[], answers: Answers): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const no of answers.values()) {
    const step = steps[no]!;
    const name = step.is_error ? null : calledBy(step, steps);
    if (name !== null) last.set(name, Math.max(no, last.get(name) ?? -1));
  }
  return last;
}

function unrecovered(
  step: StepRecord,
  no: number,
  steps: readonly StepRecord[],
  recovery: ReadonlyMap<string, number>,
): Finding[] {
  const name = calledBy(step, steps);
  if (name === null || (recovery.get(name) ?? -1) > no) return [];
  return [said('unrecovered-error', `No later call of ${showValue(name)} succeeds.`)];
}
