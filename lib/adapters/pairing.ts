/** Pairs observations with the calls that they answer. */
import type { CallRecord, StepRecord } from './records.ts';

/** A step as a message list has it: an observation may name the call that it answers. */
export type UnpairedStep = StepRecord & {
  /** Call id of the source that the observation answers; null where it names none. */
  readonly answers?: string | null;
};

interface OpenCall {
  readonly step: number;
  readonly call: CallRecord;
  answered: boolean;
}

/**
 * Fills in `call_step`, `call` and `pairing` of observations that have none yet. Ids of a source are not unique (one
 * tau-bench file reuses 235 of them), so an id means the nearest unanswered call before; without an id, or with one
 * that no call has, the first unanswered call of the nearest step that has one is taken, and the pairing says so. Calls
 * that were made at once may be steps one after another: as many answers that follow them are theirs, in order.
 * @param steps in order; `call` of each call is its position in its step
 * @returns the steps; what they answer may still be on them, since taking a field away copies all others one by one
 */
export function pairObservations(steps: readonly UnpairedStep[]): StepRecord[] {
  const open: OpenCall[] = [];
  const parallel = parallelAnswers(steps);
  return steps.map((step, position) => {
    const { answers = null } = step;
    for (const call of step.calls) open.push({ step: position, call, answered: false });
    if (step.role !== 'tool' || step.call_step !== null || step.pairing !== null) return step;
    const byId = answers === null ? undefined : nearestWithId(open, answers);
    const found = byId ?? parallelCall(open, parallel.get(position)) ?? firstUnanswered(open);
    if (found === undefined) return { ...step, pairing: 'none' };
    found.answered = true;
    return { ...step, call_step: found.step, call: found.call.call, pairing: byId === undefined ? 'adjacent' : 'id' };
  });
}

function nearestWithId(open: readonly OpenCall[], id: string): OpenCall | undefined {
  const same = open.filter(({ call }) => call.source_call_id === id);
  return same.findLast(({ answered }) => !answered) ?? same.at(-1);
}

function firstUnanswered(open: readonly OpenCall[]): OpenCall | undefined {
  const last = open.findLast(({ answered }) => !answered);
  return open.find(({ step, answered }) => step === last?.step && !answered);
}

type Place = readonly [step: number, call: number];

/**
 * @returns the calls that observations answer, by the observations' positions: of runs of two steps and more that make
 * calls, followed by exactly as many observations that name no call
 */
function parallelAnswers(steps: readonly UnpairedStep[]): ReadonlyMap<number, Place> {
  const answers = new Map<number, Place>();
  for (let start = 0, end = 0; start < steps.length; start = Math.max(end, start + 1)) {
    end = endOf(steps, start, ({ role, calls }) => role === 'assistant' && calls.length > 0);
    if (end - start < 2) continue;
    const places = steps
      .slice(start, end)
      .flatMap(({ calls }, at) => calls.map(({ call }): Place => [start + at, call]));
    const last = endOf(steps, end, ({ role, answers: id = null }) => role === 'tool' && id === null);
    if (last - end === places.length) places.forEach((place, at) => answers.set(end + at, place));
  }
  return answers;
}

/** @returns the position after the steps from `start` on that pass a test */
function endOf(steps: readonly UnpairedStep[], start: number, test: (step: UnpairedStep) => boolean): number {
  let end = start;
  while (end < steps.length && test(steps[end]!)) end++;
  return end;
}

function parallelCall(open: readonly OpenCall[], place: Place | undefined): OpenCall | undefined {
  return place && open.find(({ step, call }) => step === place[0] && call.call === place[1]);
}
