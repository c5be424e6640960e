/** The list of opened trajectories: searched and sorted in memory. Pure. */
import type { OpenedTrajectory } from '@/lib/open/opened';
import type { OpenedSort } from '@/lib/url';

export interface OpenedListState {
  readonly q: string;
  readonly sort: { readonly column: OpenedSort; readonly direction: 'asc' | 'desc' } | null;
}

/** @returns trajectories whose task, id or problems hold every word, in the order that is asked for */
export function selectOpened(
  all: readonly OpenedTrajectory[],
  { q, sort }: OpenedListState,
): readonly OpenedTrajectory[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const found = words.length === 0 ? all : all.filter((one) => words.every((word) => textOf(one).includes(word)));
  if (sort === null) return found;
  const sign = sort.direction === 'asc' ? 1 : -1;
  return found.toSorted((a, b) => sign * compare(a[sort.column], b[sort.column]));
}

function textOf({ trajectory_id, task, problems, kind, model }: OpenedTrajectory): string {
  return `${trajectory_id} ${task ?? ''} ${problems.join(' ')} ${kind} ${model ?? ''}`.toLowerCase();
}

/** Nothing comes first. */
function compare(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}
