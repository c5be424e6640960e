/** A file that no format fits: what is wrong with it, on record. */
import {
  excerptOf,
  openRecords,
  readParquet,
  sampleOf,
  type Member,
  type RecordHandler,
} from '../../lib/adapters/containers/index.ts';
import { report } from '../../lib/adapters/reasons.ts';
import type { Sink } from '../../lib/adapters/records.ts';
import type { SecretGuard } from './secret-guard.ts';

/** Rejects a file: as broken where it is, as of no known format where it is whole; an empty one is only told of. */
export async function rejectFile(member: Member, guard: SecretGuard, sink: Sink): Promise<void> {
  const { path } = member;
  const { container, sample, first } = await sampleOf(member);
  if (container !== null && container !== 'jsonl' && container !== 'csv' && container !== 'text') {
    let isBroken = false;
    const handler: RecordHandler = {
      record: () => {},
      problem: (problem) => {
        isBroken ||= problem.severity === 'rejected';
        report(sink, path, { ...problem, raw: problem.raw === null ? null : guard(problem.raw, problem.position) });
      },
    };
    if (container === 'parquet') await readParquet(member.reader(), handler, 1);
    else {
      const stream = openRecords(container, handler);
      for (const chunk of member.chunks()) stream.push(chunk);
      stream.end();
    }
    if (isBroken) return;
  }
  const raw = guard(excerptOf(first), '');
  if (container !== null && sample === null && (raw.trim() === '' || container === 'json-list')) {
    const message = 'The file holds no data.';
    return report(sink, path, { severity: 'warning', reason: 'empty-file', position: '', message, raw: null });
  }
  const what = container === null ? 'no text' : container;
  const message = `No known format fits the file (it was read as: ${what}). \`forge formats\` lists them.`;
  report(sink, path, { severity: 'rejected', reason: 'unknown-format', position: '', message, raw });
}
