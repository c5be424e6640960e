/** Trajectories whole, one after the other: what a file of another format is written from. */
import type { Query, Row, RowOf } from '../corpus/index.ts';
import { trajectoryRows } from '../queries/trajectories.ts';
import { callsBetween, recordsBetween, stepsBetween } from '../queries/trajectory-whole.ts';

export interface WholeTrajectory {
  readonly trajectory: Omit<Row<'trajectories'>, 'trajectory_no' | 'facet_no'>;
  readonly steps: readonly Row<'steps'>[];
  readonly calls: readonly Row<'calls'>[];
  /** Null in a corpus that was built before records were kept. */
  readonly record: Row<'trajectory_records'> | null;
}

export type Run = <C extends Query['columns']>(query: Query<C>) => Promise<readonly RowOf<C>[]>;

/** Trajectories that are held in memory at a time. */
const RUN_LENGTH = 32;
/** Trajectories between two that are read along with them, rather than ask twice. */
const MAX_GAP = 4;

/** @returns the numbers in runs of neighbours, in order */
export function neighbourRuns(numbers: Int32Array): number[][] {
  const runs: number[][] = [];
  for (const no of numbers.toSorted()) {
    const last = runs.at(-1);
    if (last !== undefined && last.length < RUN_LENGTH && no - last.at(-1)! <= MAX_GAP) last.push(no);
    else runs.push([no]);
  }
  return runs;
}

/**
 * @param numbers trajectory_no of the trajectories wanted, in any order
 * @returns the trajectories in order of id, in pieces of at most RUN_LENGTH; what the corpus lacks of one is left out
 */
export async function* wholeTrajectories(run: Run, numbers: Int32Array): AsyncGenerator<readonly WholeTrajectory[]> {
  for (const wanted of neighbourRuns(numbers)) {
    const rows = await run(trajectoryRows(wanted));
    const ids = rows.map((row) => row.trajectory_id);
    if (ids.length === 0) continue;
    const [steps, calls, records] = await Promise.all([
      run(stepsBetween(ids)),
      run(callsBetween(ids)),
      run(recordsBetween(ids)),
    ]);
    // The numbers mean nothing outside of this build.
    yield rows.map(({ trajectory_no: _no, facet_no: _facets, ...trajectory }) => {
      const own = (row: { readonly trajectory_id: string }) => row.trajectory_id === trajectory.trajectory_id;
      return { trajectory, steps: steps.filter(own), calls: calls.filter(own), record: records.find(own) ?? null };
    });
  }
}
