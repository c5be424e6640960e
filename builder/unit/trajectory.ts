/** Derives the rows of a trajectory from its steps: ids, tokens by role, calls and what can be said of them. */
import type { StepRecord, TrajectoryRecord } from '../../lib/adapters/records.ts';
import type { Problem } from '../../lib/audit/problems.ts';
import { recordId } from '../../lib/corpus/ids.ts';
import type { Row } from '../../lib/corpus/index.ts';
import { fingerprint } from '../plan.ts';
import { countTokens } from '../tokens.ts';

const TASK_CHARS = 300;

export interface TrajectoryRows {
  readonly trajectory: Row<'trajectories'>;
  readonly steps: readonly Row<'steps'>[];
  readonly calls: readonly Row<'calls'>[];
  /** Characters of all that is counted as tokens. */
  readonly chars: number;
}

type StepCall = StepRecord['calls'][number];

/**
 * @param record as the adapter hands it on
 * @param source the source it belongs to
 */
export function trajectoryRows(record: TrajectoryRecord, source: string): TrajectoryRows {
  const { steps: records, record_id, ...about } = record;
  const trajectory_id = recordId(source, record_id ?? fingerprint(records).slice(0, 16));
  const measured = records.map(measure);
  const steps = records.map((step, no) => ({ trajectory_id, step: no, ...step, tokens: total(measured[no]!) }));
  const calls = records.flatMap((step, no) =>
    step.calls.map((call) => callRow(call, no, records, trajectory_id, source)),
  );
  const sum = (of: (step: StepRecord, tokens: Measured) => number): number =>
    records.reduce((so_far, step, no) => so_far + of(step, measured[no]!), 0);
  const trajectory = {
    trajectory_id,
    source,
    ...about,
    task: firstUserTurn(records),
    n_steps: records.length,
    n_calls: calls.length,
    n_apis: new Set(calls.map((call) => call.api_id ?? `?${call.tool_name}`)).size,
    n_errors: records.filter((step) => step.is_error).length,
    n_invalid: calls.filter((call) => call.problems.length > 0).length,
    tokens: sum((_, tokens) => total(tokens)),
    tokens_system: sum(messages('system')),
    tokens_user: sum(messages('user')),
    tokens_assistant: sum(messages('assistant')),
    tokens_calls: sum((_, tokens) => tokens.calls),
    tokens_observations: sum(messages('tool')),
  };
  return { trajectory, steps, calls, chars: records.reduce((so_far, step) => so_far + chars(step), 0) };
}

const messages =
  (role: string) =>
  (step: StepRecord, tokens: Measured): number =>
    step.role === role ? tokens.text : 0;

interface Measured {
  readonly text: number;
  readonly calls: number;
}

function measure(step: StepRecord): Measured {
  const calls = step.calls.reduce(
    (sum, call) => sum + countTokens(call.tool_name) + countTokens(call.arguments ?? ''),
    0,
  );
  return { text: countTokens(step.content ?? '') + countTokens(step.reasoning ?? ''), calls };
}

function total(tokens: Measured): number {
  return tokens.text + tokens.calls;
}

function chars(step: StepRecord): number {
  const calls = step.calls.reduce((sum, call) => sum + call.tool_name.length + (call.arguments?.length ?? 0), 0);
  return (step.content?.length ?? 0) + (step.reasoning?.length ?? 0) + calls;
}

function firstUserTurn(steps: readonly StepRecord[]): string | null {
  const text = steps.find((step) => step.role === 'user')?.content?.trim();
  // A cut must not leave half of a surrogate pair.
  return text
    ? text
        .slice(0, TASK_CHARS)
        .toWellFormed()
        .replace(/\uFFFD$/u, '')
    : null;
}

function callRow(
  call: StepCall,
  step: number,
  steps: readonly StepRecord[],
  trajectory_id: string,
  source: string,
): Row<'calls'> {
  const { names, status } = readArguments(call.arguments);
  const answer = steps.findIndex(
    (other) => other.role === 'tool' && other.call_step === step && other.call === call.call,
  );
  const problems: Problem[] = [];
  if (status === 'invalid') problems.push('malformed-arguments');
  if (call.api_id === null) problems.push('unknown-api');
  if (answer < 0) problems.push('missing-observation');
  return {
    trajectory_id,
    step,
    call: call.call,
    source,
    api_id: call.api_id,
    tool_name: call.tool_name,
    argument_names: names,
    arguments_status: status,
    observation_step: answer < 0 ? null : answer,
    is_error: answer >= 0 && steps[answer]!.is_error,
    problems,
  };
}

function readArguments(text: string | null): { names: string[]; status: 'ok' | 'invalid' | 'none' } {
  if (text === null || text.trim() === '') return { names: [], status: 'none' };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { names: Object.keys(value), status: 'ok' };
    // Arguments that are a list or a single value have no names.
    return { names: [], status: 'ok' };
  } catch {
    return { names: [], status: 'invalid' };
  }
}
