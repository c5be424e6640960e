/** Judges the calls of a trajectory: links each to an API, validates its arguments, looks at what answers it. */
import type { ArgumentStatus } from '../corpus/index.ts';
import type { ToolDeclaration } from '../adapters/declarations.ts';
import type { TrajectoryRecord } from '../adapters/records.ts';
import type { Finding } from './problems.ts';

/** A tool that a call may be linked to. */
export interface CatalogueEntry {
  readonly api_id: string;
  readonly tool: ToolDeclaration;
}

/** The APIs of a corpus by the names under which they may be called. */
export interface Catalogue {
  /** @returns every API of that name; none where it is unknown */
  named(name: string): readonly CatalogueEntry[];
  /** @returns the API of that id, or null */
  withId(apiId: string): CatalogueEntry | null;
}

export const EMPTY_CATALOGUE: Catalogue = { named: () => [], withId: () => null };

/** What is said of one call. */
export interface CallAudit {
  readonly step: number;
  readonly call: number;
  readonly api_id: string | null;
  readonly argument_names: readonly string[];
  readonly arguments_status: ArgumentStatus;
  /** Step that answers it; null where there is none. */
  readonly observation_step: number | null;
  readonly findings: readonly Finding[];
}

export interface TrajectoryAudit {
  /** In order of step and call. */
  readonly calls: readonly CallAudit[];
  /** All findings by step, those of calls among them. */
  readonly byStep: ReadonlyMap<number, readonly Finding[]>;
}

/**
 * @param record the trajectory
 * @param declared what each of record.tools is linked to, in their order
 * @param catalogue the APIs of the corpus
 */
export function auditTrajectory(
  record: TrajectoryRecord,
  declared: readonly CatalogueEntry[],
  catalogue: Catalogue,
): TrajectoryAudit {
  const byStep = new Map<number, Finding[]>();
  const calls = record.steps.flatMap((step, position) =>
    step.calls.map((call): CallAudit => {
      const entry = declared.find(({ tool }) => tool.name === call.tool_name) ?? catalogue.named(call.tool_name)[0];
      const api_id = call.api_id ?? entry?.api_id ?? null;
      const { names, status } = readArguments(call.arguments);
      const answer = record.steps.findIndex(
        (other) => other.role === 'tool' && other.call_step === position && other.call === call.call,
      );
      const found = (code: Finding['code'], message: string): Finding => ({
        call: call.call,
        code,
        pointer: null,
        message,
      });
      const findings = [
        ...(status === 'invalid' ? [found('malformed-arguments', 'The arguments are not JSON.')] : []),
        ...(api_id === null ? [found('unknown-api', `No API is called ${call.tool_name}.`)] : []),
        ...(answer < 0 ? [found('missing-observation', 'No step answers the call.')] : []),
      ];
      byStep.set(position, [...(byStep.get(position) ?? []), ...findings]);
      return {
        step: position,
        call: call.call,
        api_id,
        argument_names: names,
        arguments_status: status,
        observation_step: answer < 0 ? null : answer,
        findings,
      };
    }),
  );
  return { calls, byStep };
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
