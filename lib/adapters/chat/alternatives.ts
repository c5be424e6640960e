/** Pairs of answers of which one is preferred. */
import { pairObservations, type UnpairedStep } from '../pairing.ts';

/**
 * @returns steps of the prompt, then the chosen answer, then the rejected one as a branch that leaves the answer path;
 * to be stored with `branches`
 */
export function withAlternatives(
  prompt: readonly UnpairedStep[],
  chosen: readonly UnpairedStep[],
  rejected: readonly UnpairedStep[],
): UnpairedStep[] {
  const last = prompt.length - 1;
  const chain = (steps: readonly UnpairedStep[], offset: number, on_answer_path: boolean): UnpairedStep[] =>
    steps.map((step, at) => ({ ...step, parent_step: parentOf(at === 0 ? last : offset + at - 1), on_answer_path }));
  const line = prompt.map((step, at) => ({ ...step, parent_step: parentOf(at - 1) }));
  const leaving = chain(rejected, prompt.length + chosen.length, false).map((step) => ({
    ...step,
    note: 'rejected answer',
  }));
  // Paired before the branch begins, so that no answer is taken for that of the other.
  return [...pairObservations([...line, ...chain(chosen, prompt.length, true)]), ...leaving];
}

function parentOf(step: number): number | null {
  return step < 0 ? null : step;
}
