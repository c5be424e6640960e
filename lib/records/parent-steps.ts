/** Which step each step continues. */
import type { TrajectoryRecord } from '../adapters/records.ts';

/** @returns for each step the one before it: as the record says where it has branches, else the agent's last */
export function parentSteps({ steps, branches }: TrajectoryRecord): (number | null)[] {
  const last = new Map<string | null, number>();
  return steps.map(({ parent_step, agent }, no) => {
    const parent = parent_step ?? (branches ? null : (last.get(agent) ?? null));
    last.set(agent, no);
    return parent;
  });
}

/** @returns chains of steps beside the one that is the answer: each further step that continues the same one */
export function forks(parents: readonly (number | null)[]): number {
  const continued = parents.filter((parent) => parent !== null);
  return continued.length - new Set(continued).size;
}
