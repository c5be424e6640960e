/** For tests: what a format makes of hand-written records. */
import type { Container, RecordAdapter, SourceRecord } from '../adapter.ts';
import { collect } from '../collect.ts';
import type { StepRecord, TrajectoryRecord } from '../records.ts';
import { detectFormats } from '../registry.ts';

/** @returns values as a container would yield them, written as JSON */
export function recordsOf(...values: readonly unknown[]): SourceRecord[] {
  return values.map((value, at) => ({ position: `/${at}`, value, raw: JSON.stringify(value) }));
}

/** @returns the name of the format that fits best, null where none does */
export function detected(container: Container, ...values: readonly unknown[]): string | null {
  const sample = { path: 'a/file', container, records: recordsOf(...values), whole: true };
  return detectFormats(sample)[0]?.adapter.name ?? null;
}

/** @returns trajectories and rejects of a file of these records */
export function readAll(adapter: RecordAdapter, ...records: readonly SourceRecord[]): ReturnType<typeof collect> {
  return collect((sink) => {
    const reader = adapter.open({ path: 'a/file', container: 'json-list', source: 's', companion: () => null }, sink);
    for (const record of records) reader.read(record);
    reader.end();
  });
}

/** @returns the one trajectory of a record */
export function readOne(adapter: RecordAdapter, value: unknown): TrajectoryRecord {
  const { trajectories, rejects } = readAll(adapter, ...recordsOf(value));
  if (trajectories.length !== 1 || rejects.length > 0) throw new Error(`not stored: ${JSON.stringify(rejects)}`);
  return trajectories[0]!;
}

/** @returns steps in brief: role, content, calls as `name arguments`, and the call that is answered as `step.call` */
export function brief(steps: readonly StepRecord[]): unknown[] {
  return steps.map(({ role, content, calls, call_step, call, pairing }) => [
    role,
    content,
    ...calls.map(({ tool_name, arguments: given }) => `${tool_name} ${given}`),
    ...(pairing === null ? [] : [pairing === 'none' ? 'none' : `${pairing} ${call_step}.${call}`]),
  ]);
}
