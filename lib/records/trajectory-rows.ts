/**
 * Derives the rows of a trajectory from its record: ids, tokens by role, calls and what can be said of them. The same
 * code in the builder and, for a file that is opened, in the browser.
 */
import type { ApiRecord, StepRecord, TrajectoryRecord } from '../adapters/records.ts';
import { auditTrajectory, type Catalogue, type TrajectoryAudit } from '../audit/audit.ts';
import { recordId } from '../corpus/ids.ts';
import type { Row } from '../corpus/index.ts';
import { attachedBlobs } from './attached-blobs.ts';
import { declaredTools } from './declared-tools.ts';
import { forks, parentSteps } from './parent-steps.ts';

const TASK_CHARS = 300;

/** What deriving needs of its surroundings. */
export interface RowTools {
  /** @returns tokens of a text */
  readonly countTokens: (text: string) => number;
  /** @returns SHA-256 of a text in UTF-8, in hexadecimal */
  readonly hash: (text: string) => string;
  readonly catalogue: Catalogue;
}

export interface TrajectoryRows {
  readonly trajectory: Omit<Row<'trajectories'>, 'trajectory_no' | 'facet_no'>;
  readonly steps: readonly Row<'steps'>[];
  readonly calls: readonly Row<'calls'>[];
  readonly record: Row<'trajectory_records'>;
  /** APIs that the record declares. The same declaration gives the same api_id, whatever record it is in. */
  readonly declared: readonly ApiRecord[];
  readonly blobs: readonly Row<'blobs'>[];
  /** Characters of all that is counted as tokens. */
  readonly chars: number;
}

/**
 * @param record as the adapter hands it on
 * @param source the source it belongs to
 */
export function trajectoryRows(record: TrajectoryRecord, source: string, tools: RowTools): TrajectoryRows {
  const { steps: records } = record;
  const trajectory_id = recordId(source, record.record_id ?? tools.hash(contentOf(records)).slice(0, 16));
  const declared = declaredTools(record, source, tools.hash, tools.catalogue);
  const audit = auditTrajectory(record, declared.entries, tools.catalogue);
  const parents = parentSteps(record);
  const stored = attachedBlobs(records, tools.hash);
  const measured = records.map((step) => measure(step, tools.countTokens));
  const linked = linkedCalls(audit);
  // Named one by one: spreading a step takes longer than counting its tokens.
  const steps = records.map((step, no): Row<'steps'> => ({
    trajectory_id,
    step: no,
    role: step.role,
    content: step.content,
    content_type: step.content_type,
    reasoning: step.reasoning,
    calls: step.calls.map((call) => ({ ...call, api_id: linked.get(`${no}/${call.call}`) ?? null })),
    call_step: step.call_step,
    call: step.call,
    status: step.status,
    is_error: step.is_error,
    loss: step.loss,
    parent_step: parents[no]!,
    on_answer_path: step.on_answer_path,
    agent: step.agent,
    at: step.at,
    seconds: step.seconds,
    pairing: step.pairing,
    truncated: step.truncated,
    parts: step.parts,
    attachments: [...stored.attachments[no]!],
    metrics: step.metrics,
    findings: [...(audit.byStep.get(no) ?? [])],
    tokens: total(measured[no]!),
    note: step.note,
    raw: step.raw,
  }));
  const calls = callRows(record, audit, trajectory_id, source);
  const sum = (of: (step: StepRecord, tokens: Measured) => number): number =>
    records.reduce((so_far, step, no) => so_far + of(step, measured[no]!), 0);
  const { kind, domain, model, outcome, reward, format } = record;
  const trajectory = {
    trajectory_id,
    source,
    kind,
    domain,
    task: firstUserTurn(records),
    model,
    outcome,
    reward,
    format,
    parent_id: record.parent === null ? null : recordId(source, record.parent),
    n_steps: records.length,
    n_calls: calls.length,
    n_apis: new Set(calls.map((call) => call.api_id ?? `?${call.tool_name}`)).size,
    n_declared: record.tools?.length ?? null,
    n_branches: record.branches ? forks(parents) : 0,
    n_errors: records.filter((step) => step.is_error).length,
    n_invalid: calls.filter((call) => call.problems.length > 0).length,
    problems: [...new Set(steps.flatMap(({ findings }) => findings.map(({ code }) => code)))].toSorted(),
    tokens: sum((_, tokens) => total(tokens)),
    tokens_system: sum(messages('system')),
    tokens_user: sum(messages('user')),
    tokens_assistant: sum(messages('assistant')),
    tokens_reasoning: sum((_, tokens) => tokens.reasoning),
    tokens_calls: sum((_, tokens) => tokens.calls),
    tokens_observations: sum(messages('tool')),
    source_record: record.source_pointer === '' ? record.source_file : `${record.source_file}#${record.source_pointer}`,
  };
  return {
    trajectory,
    steps,
    calls,
    record: recordRow(record, declared.json, trajectory_id),
    declared: declared.apis,
    blobs: stored.blobs,
    chars: records.reduce((so_far, step) => so_far + chars(step), 0),
  };
}

/** All that is said and done, in order: what an id is made from where the source has none. */
function contentOf(steps: readonly StepRecord[]): string {
  let text = '';
  for (const { role, content, reasoning, calls } of steps) {
    text += `${role}\0${content ?? ''}\0${reasoning ?? ''}\0`;
    for (const call of calls) text += `${call.tool_name}\0${call.arguments ?? ''}\0`;
  }
  return text;
}

function linkedCalls({ calls }: TrajectoryAudit): ReadonlyMap<string, string | null> {
  return new Map(calls.map(({ step, call, api_id }) => [`${step}/${call}`, api_id]));
}

function recordRow(record: TrajectoryRecord, tools: string | null, trajectory_id: string): Row<'trajectory_records'> {
  const { source_file, source_pointer, guessed, gold, metadata, raw_format, raw } = record;
  return {
    trajectory_id,
    source_file,
    source_pointer,
    guessed,
    tools,
    gold: gold === null ? null : JSON.stringify(gold),
    metadata,
    raw_format,
    raw,
  };
}

const messages =
  (role: string) =>
  (step: StepRecord, tokens: Measured): number =>
    step.role === role ? tokens.content + tokens.reasoning : 0;

interface Measured {
  readonly content: number;
  readonly reasoning: number;
  readonly calls: number;
}

function measure(step: StepRecord, countTokens: RowTools['countTokens']): Measured {
  const calls = step.calls.reduce(
    (sum, call) => sum + countTokens(call.tool_name) + countTokens(call.arguments ?? ''),
    0,
  );
  return { content: countTokens(step.content ?? ''), reasoning: countTokens(step.reasoning ?? ''), calls };
}

function total(tokens: Measured): number {
  return tokens.content + tokens.reasoning + tokens.calls;
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

function callRows(
  record: TrajectoryRecord,
  audit: TrajectoryAudit,
  trajectory_id: string,
  source: string,
): Row<'calls'>[] {
  return audit.calls.map((judged) => {
    const call = record.steps[judged.step]!.calls.find((other) => other.call === judged.call)!;
    const answer = judged.observation_step === null ? null : record.steps[judged.observation_step]!;
    return {
      trajectory_id,
      step: judged.step,
      call: judged.call,
      source,
      api_id: judged.api_id,
      tool_name: call.tool_name,
      argument_names: [...judged.argument_names],
      arguments_status: judged.arguments_status,
      derived: call.derived,
      gold: record.kind === 'gold',
      pairing: answer?.pairing ?? null,
      observation_step: judged.observation_step,
      is_error: answer?.is_error ?? false,
      problems: [...new Set(judged.findings.map(({ code }) => code))],
    };
  });
}
