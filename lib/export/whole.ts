/** A trajectory with all that belongs to it, as exports write it. */
import { argumentsAsJson } from '../adapters/text-calls/arguments.ts';
import type { StepRole } from '../corpus/index.ts';
import type { Row } from '../corpus/index.ts';

export type Step = Row<'steps'>;
export type Call = Step['calls'][number];

export interface Whole {
  readonly trajectory: Omit<Row<'trajectories'>, 'trajectory_no' | 'facet_no'>;
  /** In order. */
  readonly steps: readonly Step[];
  readonly calls: readonly Row<'calls'>[];
  /** What it was read from; null in a corpus that does not have it. */
  readonly record: Row<'trajectory_records'> | null;
}

/** What of a trajectory is said and done: enough for the formats that models are trained on. */
export interface Conversation {
  readonly trajectory: Pick<Row<'trajectories'>, 'trajectory_id' | 'n_branches'>;
  /** In order. */
  readonly steps: readonly SpokenStep[];
  readonly record: Pick<Row<'trajectory_records'>, 'tools'> | null;
}

export type SpokenStep = Pick<
  Step,
  'step' | 'role' | 'content' | 'reasoning' | 'calls' | 'call_step' | 'call' | 'on_answer_path'
>;

/** The steps that other formats can hold: one line, so where there are branches the one that led to the answer. */
export function lineOfSteps<S extends SpokenStep>({
  trajectory,
  steps,
}: Pick<Conversation, 'trajectory'> & { readonly steps: readonly S[] }): readonly S[] {
  return trajectory.n_branches === 0 ? steps : steps.filter(({ on_answer_path }) => on_answer_path);
}

/** @returns `assistant` for any role that is none of ours: only assistants call */
export function roleOf({ role, calls }: Pick<Step, 'role' | 'calls'>): StepRole {
  if (role === 'system' || role === 'user' || role === 'assistant' || role === 'tool') return role;
  return calls.length > 0 ? 'assistant' : 'user';
}

/** @returns the value of a JSON text; the text itself where it is not JSON */
export function valueOf(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** @returns arguments as JSON text, as most formats want them; what cannot be read as such stays as it is written */
export function argumentsText({ arguments: text, syntax }: Pick<Call, 'arguments' | 'syntax'>): string {
  if (text === null || text.trim() === '') return '{}';
  return argumentsAsJson(text, syntax)?.json ?? text;
}

/** @returns arguments as an object; what is no object stands under `_raw` */
export function argumentsObject(call: Pick<Call, 'arguments' | 'syntax'>): Record<string, unknown> {
  const value = valueOf(argumentsText(call));
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : { _raw: value };
}
