/** Finds the format of each file of an import from its beginning. */
import type { Adapter, Container } from '../../lib/adapters/adapter.ts';
import { membersOf, sampleOf, type Member } from '../../lib/adapters/containers/index.ts';
import { adapterNamed, detectFormats } from '../../lib/adapters/registry.ts';
import { withFile, type FileReader } from '../file-reader.ts';
import type { FileFormat, PlannedFile } from '../plan.ts';
import { cutLines } from './cut-lines.ts';

export interface FindOptions {
  /** Name of the adapter for all files; null where it is found. */
  readonly format: string | null;
  /** Bytes of a part of a file that may be cut. */
  readonly partBytes: number;
}

/** Folders that macOS adds to archives. */
const NO_DATA = /(^|\/)(__MACOSX\/|\.DS_Store$)/;

/**
 * @param file as it was listed
 * @returns what is to be read: the file itself, the entries of an archive, or parts of a large file
 */
export function plannedReadings(file: PlannedFile, options: FindOptions): Promise<PlannedFile[]> {
  return withFile(file.file, async (reader) => {
    const members = readableMembers(file.path, reader);
    // Why it cannot be read, or that it is empty, is told by the unit that tries again.
    if (members === null || members.length === 0) return [{ ...file, format: unreadable(null) }];
    const found: PlannedFile[] = [];
    for (const member of members) found.push(...(await readingsOf(file, member, reader, options)));
    return found;
  });
}

function readableMembers(path: string, reader: FileReader): Member[] | null {
  try {
    return membersOf(path, reader).filter(({ entry }) => entry === null || !NO_DATA.test(entry.name));
  } catch {
    return null;
  }
}

async function readingsOf(
  file: PlannedFile,
  member: Member,
  reader: FileReader,
  { format: name, partBytes }: FindOptions,
): Promise<PlannedFile[]> {
  const { path, entry, bytes } = member;
  const { container, adapter } = await formatOf(member, name);
  const format = { ...unreadable(entry), adapter: adapter?.name ?? null, container };
  const whole = { ...file, path, bytes };
  if (!mayBeCut(member, reader, adapter, container) || bytes <= partBytes) return [{ ...whole, format }];
  return cutLines(reader, partBytes).map((part) => ({
    ...whole,
    bytes: part.to - part.from,
    format: { ...format, part },
  }));
}

function unreadable(entry: FileFormat['entry']): FileFormat {
  return { adapter: null, container: null, entry, part: null, companions: [] };
}

async function formatOf(
  member: Member,
  name: string | null,
): Promise<{ container: Container | null; adapter: Adapter | null }> {
  try {
    const { container, sample } = await sampleOf(member);
    const chosen = name === null ? null : adapterNamed(name);
    const found = sample === null ? null : (detectFormats(sample)[0]?.adapter ?? null);
    return { container, adapter: container === null ? null : (chosen ?? found) };
  } catch {
    return { container: null, adapter: null };
  }
}

/** Lines can be cut where they do not depend on each other and stand in the file as they are. */
function mayBeCut(member: Member, reader: FileReader, adapter: Adapter | null, container: Container | null): boolean {
  return adapter?.scope === 'record' && container === 'jsonl' && member.plain && !isUtf16(reader);
}

/** A line of UTF-16 does not end at a byte that is a line feed. */
function isUtf16(reader: FileReader): boolean {
  const [first, second] = reader.read(0, 2);
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
