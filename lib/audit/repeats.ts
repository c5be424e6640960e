/** Calls that were made before, and ids that were used before. */
import type { CallRecord, StepRecord } from '../adapters/records.ts';
import type { JsonObject } from '../adapters/json-value.ts';
import { callKey, type Answers } from './observations.ts';
import type { Finding } from './problems.ts';
import { showValue } from './show-value.ts';
import type { Timeline } from './timeline.ts';
import { canonical } from './values.ts';

/** A longer list of earlier calls is not searched any further. */
const EARLIER = 20;

/**
 * A call repeats an earlier one that had the same name and arguments and the same answer: where the earlier one failed,
 * or where the answer differs (polling, a test after a change), there was reason to call again.
 * @returns a function that says so of one call, to be asked in order
 */
export function repeatedCalls(
  steps: readonly StepRecord[],
  answers: Answers,
  timeline: Timeline,
): (step: number, call: CallRecord, values: JsonObject | null) => Finding[] {
  const made = new Map<string, { readonly step: number; readonly call: number }[]>();
  const answerOf = (step: number, call: number): StepRecord | null =>
    steps[answers.get(callKey(step, call)) ?? -1] ?? null;
  return (step, { call, tool_name, arguments: text }, values) => {
    const key = `${tool_name}\0${values === null ? (text ?? '') : canonical(values)}`;
    const before = made.get(key) ?? [];
    if (before.length < EARLIER) made.set(key, [...before, { step, call }]);
    if (before.length === 0) return [];
    const answer = answerOf(step, call);
    const same = before.find((one) => {
      const earlier = answerOf(one.step, one.call);
      return earlier !== null && isSameAnswer(earlier, answer) && timeline.precedes(one.step, step);
    });
    if (!same) return [];
    const message = `The same call was made in step ${same.step}, and got the same answer.`;
    return [{ call, code: 'repeated-call', pointer: null, message }];
  };
}

/** Of answers that were cut off, only the beginning is known. */
function isSameAnswer(earlier: StepRecord, answer: StepRecord | null): boolean {
  if (earlier.is_error || earlier.truncated || earlier.content === null) return false;
  return earlier.content === answer?.content && !answer.truncated;
}

/** @returns a function that says whether a call's id was used before, to be asked in order */
export function reusedIds(): (step: number, call: CallRecord) => Finding[] {
  const first = new Map<string, number>();
  return (step, { call, source_call_id: id }) => {
    if (id === null) return [];
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, step);
      return [];
    }
    const message = `The id ${showValue(id)} belongs to a call of step ${before} as well.`;
    return [{ call, code: 'reused-call-id', pointer: null, message }];
  };
}
