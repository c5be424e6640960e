/** Turns whose source keeps observations inside of the step that called. */
import type { UnpairedStep } from '../pairing.ts';

/** A step and the observations that its source keeps with it. */
export interface Turn {
  readonly step: UnpairedStep;
  readonly observations: readonly {
    /** Position of the call that it answers; null where it answers none of the step. */
    readonly call: number | null;
    readonly step: UnpairedStep;
  }[];
}

/** @returns one step for each message and observation, in order, observations paired `inline` */
export function stepsOfTurns(turns: readonly Turn[]): UnpairedStep[] {
  const steps: UnpairedStep[] = [];
  for (const { step, observations } of turns) {
    const call_step = steps.length;
    steps.push(step);
    for (const { call, step: observation } of observations) {
      if (observation.role !== 'tool') steps.push(observation);
      else if (call === null) steps.push({ ...observation, pairing: 'none' });
      else steps.push({ ...observation, call_step, call, pairing: 'inline' });
    }
  }
  return steps;
}
