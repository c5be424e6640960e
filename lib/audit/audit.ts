/** Judges the calls of a trajectory: links each to an API, validates its arguments, looks at what answers it. */
import type { ArgumentStatus } from '../corpus/index.ts';
import type { ToolDeclaration } from '../adapters/declarations.ts';
import type { CallRecord, TrajectoryRecord } from '../adapters/records.ts';
import { goldMismatches, type MadeCall } from './gold.ts';
import { judgeArguments } from './judge-arguments.ts';
import { linker } from './link.ts';
import { answersOf, callKey, observationFindings, unansweredCalls } from './observations.ts';
import type { Finding } from './problems.ts';
import { readArguments, type ReadArguments } from './read-arguments.ts';
import { repeatedCalls, reusedIds } from './repeats.ts';
import { timelineOf } from './timeline.ts';

/** A tool that a call may be linked to. */
export interface CatalogueEntry {
  readonly api_id: string;
  readonly tool: ToolDeclaration;
}

/** The APIs of a corpus by the names under which they may be called. */
export interface Catalogue {
  /** There is no API at all: then a call that a trajectory does not declare is not looked for. */
  readonly isEmpty: boolean;
  /** @returns every API of that name; none where it is unknown */
  named(name: string): readonly CatalogueEntry[];
  /** @returns the API of that id, or null */
  withId(apiId: string): CatalogueEntry | null;
}

export const EMPTY_CATALOGUE: Catalogue = { isEmpty: true, named: () => [], withId: () => null };

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
  /** All findings by step, those of calls among them; what is said of an observation is not said of its call. */
  readonly byStep: ReadonlyMap<number, readonly Finding[]>;
}

/**
 * @param record the trajectory
 * @param declared what each of record.tools is linked to, in their order; the same declaration is judged by once
 *   where it is the same object
 * @param catalogue the APIs of the corpus
 */
export function auditTrajectory(
  record: TrajectoryRecord,
  declared: readonly CatalogueEntry[],
  catalogue: Catalogue,
): TrajectoryAudit {
  const { steps } = record;
  const answers = answersOf(steps);
  const timeline = timelineOf(record);
  const link = linker(record, declared, catalogue);
  const unanswered = unansweredCalls(record, answers, timeline);
  const repeated = repeatedCalls(steps, answers, timeline);
  const reused = reusedIds();
  const made: MadeCall[] = [];
  const judgeCall = (call: CallRecord, step: number): CallAudit => {
    const { entry, findings } = link(call);
    const read = readArguments(call.arguments, call.syntax);
    made.push({ step, call: call.call, name: call.tool_name, values: read.values });
    return {
      step,
      call: call.call,
      api_id: call.api_id ?? entry?.api_id ?? null,
      argument_names: Object.keys(read.values ?? {}),
      arguments_status: read.status,
      observation_step: answers.get(callKey(step, call.call)) ?? null,
      findings: [
        ...findings,
        ...argumentFindings(call, read, entry?.tool ?? null),
        ...unanswered(step, call),
        ...repeated(step, call, read.values),
        ...reused(step, call),
      ],
    };
  };
  const judged = steps.flatMap((step, no) => step.calls.map((call) => judgeCall(call, no)));
  return withGold(judged, observationFindings(record, answers), goldMismatches(record, made));
}

function argumentFindings(call: CallRecord, read: ReadArguments, tool: ToolDeclaration | null): Finding[] {
  const { fault, values, isWhole } = read;
  const malformed: Finding[] =
    fault === null ? [] : [{ call: call.call, code: 'malformed-arguments', pointer: null, message: fault }];
  if (tool === null || values === null) return malformed;
  const problems = judgeArguments(tool, values, call.syntax).filter(
    ({ code }) => isWhole || code !== 'missing-required',
  );
  return [...malformed, ...problems.map(({ code, pointer, message }) => ({ call: call.call, code, pointer, message }))];
}

type FindingsByStep = ReadonlyMap<number, readonly Finding[]>;

function withGold(judged: readonly CallAudit[], observed: FindingsByStep, gold: FindingsByStep): TrajectoryAudit {
  const calls = judged.map((one): CallAudit => {
    const differing = (gold.get(one.step) ?? []).filter(({ call }) => call === one.call);
    return differing.length === 0 ? one : { ...one, findings: [...one.findings, ...differing] };
  });
  const byStep = new Map<number, Finding[]>();
  const add = (step: number, findings: readonly Finding[]): void => {
    if (findings.length > 0) byStep.set(step, [...(byStep.get(step) ?? []), ...findings]);
  };
  for (const { step, findings } of calls) add(step, findings);
  for (const [step, findings] of observed) add(step, findings);
  for (const [step, findings] of gold)
    add(
      step,
      findings.filter(({ call }) => call === null),
    );
  return { calls, byStep };
}
