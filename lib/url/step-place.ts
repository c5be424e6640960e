/** Which steps of a trajectory a link names: `12`, or a range `3-9`. */
import { createParser } from 'nuqs/server';

/** Positions from 0, both ends inclusive. */
export interface StepRange {
  readonly from: number;
  readonly to: number;
}

/** Where in a trajectory: its steps, and a call of the first of them. */
export interface StepPlace {
  readonly step: StepRange;
  /** Position of the call in the step, from 0. */
  readonly call: number | null;
}

/** @returns a range; null for anything else, and for one that runs backwards */
export function parseSteps(text: string): StepRange | null {
  const found = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(text);
  if (found === null) return null;
  const from = Number(found[1]);
  const to = found[2] === undefined ? from : Number(found[2]);
  return to < from ? null : { from, to };
}

export function serializeSteps({ from, to }: StepRange): string {
  return from === to ? String(from) : `${from}-${to}`;
}

/** @returns the place of one step, or of a call of it */
export function placeOf(step: number, call: number | null = null): StepPlace {
  return { step: { from: step, to: step }, call };
}

export const steps = createParser<StepRange>({
  parse: parseSteps,
  serialize: serializeSteps,
  eq: (a, b) => a.from === b.from && a.to === b.to,
});
