/** Which steps follow which, in trajectories of one line, of several agents, and of branches. */
import type { TrajectoryRecord } from '../adapters/records.ts';

export interface Timeline {
  /** @returns whether the run went on after a step, so that an answer could have come */
  continues(step: number): boolean;
  /** @returns whether one step stands before another on one line */
  precedes(earlier: number, later: number): boolean;
}

export function timelineOf({ steps, branches }: TrajectoryRecord): Timeline {
  if (!branches) {
    const last = new Map(steps.map(({ agent }, no) => [agent, no]));
    return {
      continues: (step) => (last.get(steps[step]!.agent) ?? -1) > step,
      precedes: (earlier, later) => earlier <= later && steps[earlier]!.agent === steps[later]!.agent,
    };
  }
  const parents = new Set(steps.map(({ parent_step }) => parent_step));
  return {
    continues: (step) => parents.has(step),
    precedes: (earlier, later) => {
      let at: number | null = later;
      // Parents stand before their children; anything else would be a circle.
      while (at !== null && at > earlier) {
        const parent: number | null = steps[at]!.parent_step;
        at = parent !== null && parent < at ? parent : null;
      }
      return at === earlier;
    },
  };
}
