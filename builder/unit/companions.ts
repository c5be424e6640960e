/** Files that an adapter reads along with another one, such as the answers that belong to questions. */
import type { OpenFile, SourceRecord } from '../../lib/adapters/adapter.ts';
import { entryMember, membersOf, openRecords } from '../../lib/adapters/containers/index.ts';
import { messageOf, report, type Problem } from '../../lib/adapters/reasons.ts';
import type { Sink } from '../../lib/adapters/records.ts';
import { openFile } from '../file-reader.ts';
import type { FileFormat, PlannedFile } from '../plan.ts';
import { secretGuard, type SecretGuard } from './secret-guard.ts';

interface Contents {
  readonly records: readonly SourceRecord[];
  readonly problems: readonly Problem[];
}

/** Many files share a companion, e.g. documentation of functions: the last ones are remembered. */
const REMEMBERED = 16;
const remembered = new Map<string, Contents>();

/**
 * @param format of the file that is read
 * @param sink told of what is wrong with a companion that is read in no other way
 */
export function openCompanions({ companions, part }: FileFormat, sink: Sink, mask: boolean): OpenFile['companion'] {
  const told = new Set<string>();
  return (path) => {
    const companion = companions.find(({ file }) => file.path === path);
    if (companion === undefined) return null;
    // Of a file that was cut, the first part tells.
    const tells = companion.consumed && (part?.line ?? 1) === 1 && !told.has(path);
    told.add(path);
    const { records, problems } = contentsOf(companion.file, secretGuard(path, tells ? sink : null, mask), tells);
    if (tells) for (const problem of problems) report(sink, path, problem);
    return records;
  };
}

function contentsOf(file: PlannedFile, guard: SecretGuard, afresh: boolean): Contents {
  const key = JSON.stringify([file.file, file.mtimeMs, file.format?.entry?.name]);
  const known = afresh ? undefined : remembered.get(key);
  if (known !== undefined) return known;
  const contents = readAll(file, guard);
  if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value!);
  remembered.set(key, contents);
  return contents;
}

function readAll(file: PlannedFile, text: SecretGuard): Contents {
  const records: SourceRecord[] = [];
  const problems: Problem[] = [];
  const reject = (message: string): void =>
    void problems.push({ severity: 'rejected', reason: 'unreadable-archive', position: '', message, raw: null });
  const { container = null, entry = null } = file.format ?? {};
  if (container === null || container === 'parquet') {
    reject('The file is no text, and cannot be read along with another one.');
    return { records, problems };
  }
  const reader = openFile(file.file);
  try {
    const member = entry === null ? membersOf(file.path, reader)[0] : entryMember(file.path, reader, entry);
    const stream = openRecords(container, {
      record: (record) => void records.push(record),
      problem: (problem) => void problems.push(problem),
      text,
    });
    for (const chunk of member?.chunks() ?? []) stream.push(chunk);
    stream.end();
  } catch (error) {
    reject(messageOf(error));
  } finally {
    reader.close();
  }
  return { records, problems };
}
