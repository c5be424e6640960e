import { formatCount, formatPlural } from '@/lib/format/numbers';
import type { InspectorState } from '@/lib/url';
import type { StepRow } from './types';

export interface PlaceNoteProps {
  readonly state: InspectorState;
  readonly steps: readonly StepRow[];
  /** The step has a row. */
  readonly isShown: boolean;
}

/** Says so where the link names what is not there, or not shown. */
export function PlaceNote({ state: { step }, steps, isShown }: PlaceNoteProps) {
  if (step === null || isShown) return null;
  const exists = steps.some((one) => one.step === step.from);
  return (
    <output className="block bg-warn-soft px-3 py-1.5 text-sm" data-testid={exists ? 'step-hidden' : 'no-step'}>
      {exists
        ? `Step ${formatCount(step.from)} is of a kind that is not shown now.`
        : `The link names step ${formatCount(step.from)}, and this trajectory has ${formatPlural(steps.length, 'step')}, from 0.`}
    </output>
  );
}
