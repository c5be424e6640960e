/** A trajectory in a strip: steps gathered into as many bars as there is room for. Pure. */
import type { StepKind } from '@/lib/url';
import { kindOfStep } from './kinds';
import type { StepRow } from './types';

export interface Bar {
  /** Indices of the steps that it stands for, in display order; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  /** What most of its tokens are. */
  readonly kind: StepKind;
  /** Tokens of its largest step against the largest of all, on a log scale: 0 to 1. */
  readonly size: number;
  readonly hasError: boolean;
  readonly hasProblem: boolean;
  readonly onAnswerPath: boolean;
}

/**
 * @param steps in display order
 * @param most bars to make at most
 */
export function minimapBars(steps: readonly StepRow[], most: number): Bar[] {
  const count = Math.min(steps.length, Math.max(1, most));
  const largest = steps.reduce((max, { tokens }) => Math.max(max, tokens), 1);
  return Array.from({ length: count }, (_, index): Bar => {
    const from = Math.floor((index * steps.length) / count);
    const to = Math.floor(((index + 1) * steps.length) / count);
    const within = steps.slice(from, to);
    const top = within.reduce((best, step) => (step.tokens > best.tokens ? step : best), within[0]!);
    return {
      from,
      to,
      kind: barKind(top),
      size: Math.log1p(top.tokens) / Math.log1p(largest),
      hasError: within.some(({ is_error }) => is_error),
      hasProblem: within.some(({ findings }) => findings.length > 0),
      onAnswerPath: within.some(({ on_answer_path }) => on_answer_path),
    };
  });
}

/** A step that calls counts as a call, whatever it says besides. */
function barKind(step: StepRow): StepKind {
  return step.calls.length > 0 ? 'calls' : kindOfStep(step);
}

/** @returns the step as screen readers say it */
export function describeStep(step: StepRow, position: number, total: number): string {
  const kind = kindOfStep(step) === 'observations' ? 'observation' : step.role;
  const calls =
    step.calls.length === 0
      ? ''
      : `, calls ${step.calls
          .map(({ tool_name }) => tool_name.slice(0, 60))
          .slice(0, 3)
          .join(', ')}`;
  const problems = step.findings.length === 0 ? '' : `, ${step.findings.length} problems`;
  return `Step ${step.step}, ${position + 1} of ${total}: ${kind}${calls}, ${step.tokens} tokens${step.is_error ? ', error' : ''}${problems}`;
}
