/** Puts a record that is not what its format says on record. */
import type { OpenFile, SourceRecord } from './adapter.ts';
import { report } from './reasons.ts';
import type { Sink } from './records.ts';

/** @param expected what a record of the format has */
export function rejectShape(sink: Sink, file: OpenFile, { position, raw }: SourceRecord, expected: string): void {
  const message = `Expected ${expected}.`;
  report(sink, file.path, { severity: 'rejected', reason: 'not-of-format', position, message, raw });
}
