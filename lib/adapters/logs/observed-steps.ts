/** Steps of formats in which actions and observations follow each other, and no ids join them. */
import type { UnpairedStep } from '../pairing.ts';

/** Actions that end a run: what comes after one is no answer to it. */
const LAST = /^(?:answer|exit|finish|stop|submit)$/i;

/**
 * Observations that follow a call become its answers, however many there are. What is observed before any call, such as the page
 * that a run begins at, is told by the user.
 * @param moments in order; `acts` says whether the step is the agent's
 */
export function observedSteps(
  moments: readonly { readonly acts: boolean; readonly step: UnpairedStep }[],
): UnpairedStep[] {
  let last: { readonly step: number; readonly call: number } | null = null;
  return moments.map(({ acts, step }, at) => {
    if (acts) {
      const call = step.calls.findLast(({ tool_name }) => !LAST.test(tool_name));
      last = call === undefined ? null : { step: at, call: call.call };
      return step;
    }
    if (last === null) return step;
    return { ...step, role: 'tool', call_step: last.step, call: last.call, pairing: 'adjacent' };
  });
}
