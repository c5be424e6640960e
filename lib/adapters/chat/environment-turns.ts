/** What an environment answered, where a format lets it speak as the user. */
import type { UnpairedStep } from '../pairing.ts';

/** Actions that end an episode: what the user says next is no answer to them. */
const LAST = /^(?:answer|finish|final[ _]?answer|submit|stop|end)$/i;

/**
 * Turns of the user that follow a call become observations; their text stays as it is.
 * @param isObservation of a turn that follows a call
 */
export function environmentTurns(
  steps: readonly UnpairedStep[],
  isObservation: (content: string) => boolean = () => true,
): UnpairedStep[] {
  return steps.map((step, position) => {
    const before = steps[position - 1]?.calls ?? [];
    const answers = step.role === 'user' && before.length > 0 && !before.every(({ tool_name }) => LAST.test(tool_name));
    if (!answers || !isObservation(step.content ?? '')) return step;
    return { ...step, role: 'tool', note: 'a turn of the user in the source, which follows a call' };
  });
}
