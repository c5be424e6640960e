/** Kinds of content: what a step is, and how each looks. */
import type { StepKind } from '@/lib/url';
import type { StepRow } from './types';

/** Kind of a step's own text. A role that is none of ours asks, as users do. */
export function kindOfStep({ role, calls }: Pick<StepRow, 'role' | 'calls'>): StepKind {
  if (role === 'system' || role === 'user' || role === 'assistant') return role;
  if (role === 'tool') return 'observations';
  return calls.length > 0 ? 'assistant' : 'user';
}

interface KindLook {
  readonly label: string;
  /** Class of a filled area, and the variable that a canvas draws with. */
  readonly fill: string;
  readonly variable: string;
}

export const KIND_LOOKS: Readonly<Record<StepKind, KindLook>> = {
  system: { label: 'System', fill: 'bg-line-strong', variable: '--line-strong' },
  user: { label: 'User', fill: 'bg-c-documentation', variable: '--c-documentation' },
  assistant: { label: 'Assistant', fill: 'bg-c-text', variable: '--c-text' },
  reasoning: { label: 'Reasoning', fill: 'bg-c-text/50', variable: '--c-text' },
  calls: { label: 'Calls', fill: 'bg-c-trajectories', variable: '--c-trajectories' },
  observations: { label: 'Observations', fill: 'bg-c-code', variable: '--c-code' },
};
