/** Where the reader is among the rows, and where the keys lead from there. Pure. */
import type { InspectorState } from '@/lib/url';
import type { InspectorRow } from './inspector-rows';
import { indexOfPlace } from './inspector-rows';
import type { StepTree } from './step-tree';
import type { StepCall, StepRow } from './types';

type Place = Pick<InspectorState, 'step' | 'call'>;

/** @returns whether a row belongs to what the address names */
export function isCurrent(row: InspectorRow, { step, call }: Place): boolean {
  if (step === null || row.kind === 'branch') return false;
  if (row.step.step < step.from || row.step.step > step.to) return false;
  return call === null || step.from !== step.to || (row.kind === 'call' && row.call.call === call);
}

/** @returns index of the row that the address names first; -1 where it names none, or one that is not there */
export function currentIndex(rows: readonly InspectorRow[], tree: StepTree, { step, call }: Place): number {
  return step === null ? -1 : indexOfPlace(rows, tree, step.from, call);
}

/** @returns whether something is wrong in a row: an error, or what the audit found */
export function hasProblem(row: InspectorRow): boolean {
  if (row.kind === 'branch') return false;
  if (row.kind === 'call') return row.step.findings.some(({ call }) => call === row.call.call);
  return row.step.is_error || row.step.findings.some(({ call }) => call === null);
}

/** @returns the nearest row after (by 1) or before (by -1) an index for which `wanted` holds; the first or last of all from -1 */
export function nextRow(
  rows: readonly InspectorRow[],
  from: number,
  by: 1 | -1,
  wanted: (row: InspectorRow) => boolean,
): InspectorRow | undefined {
  if (by === 1) return rows.slice(from + 1).find(wanted);
  return rows.slice(0, from < 0 ? rows.length : from).findLast(wanted);
}

export interface CallOfPlace {
  readonly step: StepRow;
  readonly call: StepCall;
}

/**
 * The call that the panel shows: the one that the address names, else the first of its step, else the one that its
 * observation answers; the first of the trajectory where the address names no step.
 */
export function callOfPlace(steps: readonly StepRow[], { step, call }: Place): CallOfPlace | null {
  if (step === null) {
    const first = steps.find(({ calls }) => calls.length > 0);
    return first === undefined ? null : { step: first, call: first.calls[0]! };
  }
  const at = steps.find((one) => one.step === step.from);
  if (at === undefined) return null;
  const own = at.calls.find((one) => one.call === call) ?? at.calls[0];
  if (own !== undefined) return { step: at, call: own };
  const caller = steps.find((one) => one.step === at.call_step);
  const answered = caller?.calls.find((one) => one.call === at.call);
  return caller === undefined || answered === undefined ? null : { step: caller, call: answered };
}
