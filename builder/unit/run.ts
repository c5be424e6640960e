/** Does one unit: reads its files, adapts them, writes stage files and, last of all, the mark that it is done. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Sink } from '../../lib/adapters/records.ts';
import type { Catalogue } from '../../lib/audit/audit.ts';
import { messageOf } from '../faults.ts';
import type { PlannedFile, Unit } from '../plan.ts';
import type { BuilderReason } from '../reasons.ts';
import { readerOf, type ReadFile } from './readers.ts';
import { UnitSink, type UnitSummary } from './sink.ts';

const DONE = 'done.json';

/** @returns the folder of a unit's stage files */
export function unitFolder(stage: string, no: number): string {
  return path.join(stage, String(no).padStart(5, '0'));
}

/** @returns the summary of a unit that an earlier, interrupted build has done with the same input and code, or null. */
export function doneBefore(stage: string, unit: Unit): UnitSummary | null {
  const mark = path.join(unitFolder(stage, unit.no), DONE);
  if (!existsSync(mark)) return null;
  const summary = JSON.parse(readFileSync(mark, 'utf8')) as UnitSummary;
  return summary.key === unit.key ? summary : null;
}

/**
 * @param stage folder of all stage files
 * @param unit what to do
 * @param catalogue APIs that calls may be linked to
 * @param advance told the bytes of input read
 */
export async function runUnit(
  stage: string,
  unit: Unit,
  catalogue: Catalogue,
  advance: (bytes: number) => void,
): Promise<UnitSummary> {
  const folder = unitFolder(stage, unit.no);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const examples = 'examplesSource' in unit.reader ? unit.reader.examplesSource : unit.source;
  const sink = new UnitSink(folder, unit.no, { source: unit.source, examples }, catalogue);
  const read = readerOf(unit);
  for (const file of unit.files) await readFile(file, read, sink, advance);
  const summary = sink.close(unit.key);
  const mark = path.join(folder, DONE);
  writeFileSync(`${mark}.part`, JSON.stringify(summary));
  renameSync(`${mark}.part`, mark);
  return summary;
}

async function readFile(
  file: PlannedFile,
  read: ReadFile,
  sink: Sink,
  advance: (bytes: number) => void,
): Promise<void> {
  try {
    await read(file, sink, advance);
  } catch (error) {
    // An adapter that fails is a fault of ours, but it costs one file and is on record; it does not cost the build.
    const message = `The reader failed on this file; what it had read before is stored. ${messageOf(error)}`;
    sink.reject({
      file: file.path,
      position: '',
      severity: 'rejected',
      reason: 'reader-failed' satisfies BuilderReason,
      message,
      raw: null,
    });
  }
}
