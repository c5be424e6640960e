/** For tests: small trajectories, and what the audit finds of them. */
import type { Dialect, ToolDeclaration } from '../adapters/declarations.ts';
import {
  EMPTY_STEP,
  EMPTY_TRAJECTORY,
  type CallRecord,
  type StepRecord,
  type TrajectoryRecord,
} from '../adapters/records.ts';
import { auditTrajectory, EMPTY_CATALOGUE, type CallAudit, type Catalogue, type CatalogueEntry } from './audit.ts';

const PARAMETERS = {
  type: 'object',
  properties: {
    port: { type: 'string', enum: ['north', 'south'] },
    days: { type: 'integer', minimum: 1, maximum: 30 },
    depth: { type: 'number' },
    crew: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] } },
  },
  required: ['port'],
};

export function tool(
  name = 'moor',
  parameters: unknown = PARAMETERS,
  dialect: Dialect = 'json-schema',
): ToolDeclaration {
  return {
    name,
    description: null,
    dialect,
    parameters,
    returns: null,
    group: null,
    domain: null,
    api_id: null,
    raw: '',
  };
}

export function call(args: unknown, rest: Partial<CallRecord> = {}): CallRecord {
  const text = typeof args === 'string' || args === null ? args : JSON.stringify(args);
  return {
    call: 0,
    source_call_id: null,
    tool_name: 'moor',
    api_id: null,
    arguments: text,
    syntax: 'openai',
    derived: false,
    ...rest,
  };
}

export const user: StepRecord = { ...EMPTY_STEP, role: 'user', content: 'Moor the ship.' };
export const calling = (...calls: CallRecord[]): StepRecord => ({
  ...EMPTY_STEP,
  role: 'assistant',
  calls: calls.map((one, no) => ({ ...one, call: no })),
});
export const answer = (call_step: number | null, rest: Partial<StepRecord> = {}): StepRecord => ({
  ...EMPTY_STEP,
  role: 'tool',
  content: 'done',
  call_step,
  call: call_step === null ? null : 0,
  ...rest,
});
export const done: StepRecord = { ...EMPTY_STEP, role: 'assistant', content: 'It is moored.' };

export function record(steps: readonly StepRecord[], rest: Partial<TrajectoryRecord> = {}): TrajectoryRecord {
  const place = { format: 'x', source_file: 'a.json', source_pointer: '', raw_format: 'json', raw: '' };
  return { ...EMPTY_TRAJECTORY, ...place, kind: 'rollout', steps, tools: [tool()], ...rest };
}

export const entry = (api_id: string, one = tool()): CatalogueEntry => ({ api_id, tool: one });
export const catalogueOf = (...entries: CatalogueEntry[]): Catalogue => ({
  isEmpty: entries.length === 0,
  named: (name) => entries.filter((one) => one.tool.name === name),
  withId: (id) => entries.find((one) => one.api_id === id) ?? null,
});

/** All that is found, as `step code pointer`. */
export function found(
  one: TrajectoryRecord,
  catalogue = EMPTY_CATALOGUE,
  declared?: readonly CatalogueEntry[],
): string[] {
  const entries = declared ?? (one.tools ?? []).map((each) => entry(`own/${each.name}`, each));
  const { byStep } = auditTrajectory(one, entries, catalogue);
  return [...byStep].flatMap(([step, findings]) =>
    findings.map(({ code, pointer }) => [step, code, pointer].filter((part) => part !== null).join(' ')),
  );
}

/** What is found of one call that is answered. */
export function ofCall(
  args: unknown,
  rest: Partial<CallRecord> = {},
  tools: TrajectoryRecord['tools'] = [tool()],
): string[] {
  return found(record([user, calling(call(args, rest)), answer(1), done], { tools })).map((one) =>
    one.replace(/^1 /, ''),
  );
}

export function auditOf(args: unknown, rest: Partial<CallRecord> = {}): CallAudit {
  return auditTrajectory(record([user, calling(call(args, rest))]), [entry('own/moor')], EMPTY_CATALOGUE).calls[0]!;
}
