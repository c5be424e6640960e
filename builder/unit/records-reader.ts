/** Reads a file of an import: takes it apart into records and hands them to the adapter of its format. */
import type { Adapter, Container, OpenFile, RecordAdapter, RecordReader } from '../../lib/adapters/adapter.ts';
import {
  chunksOf,
  entryMember,
  membersOf,
  readContainer,
  wholeOf,
  type ByteReader,
  type Member,
  type RecordHandler,
} from '../../lib/adapters/containers/index.ts';
import { messageOf, RAW_LIMIT, report } from '../../lib/adapters/reasons.ts';
import type { Sink } from '../../lib/adapters/records.ts';
import { adapterNamed } from '../../lib/adapters/registry.ts';
import { decodeText } from '../../lib/adapters/text/decode.ts';
import { withFile } from '../file-reader.ts';
import type { FileFormat, FilePart, PlannedFile } from '../plan.ts';
import type { BuilderReason } from '../reasons.ts';
import { openCompanions } from './companions.ts';
import { rejectFile } from './reject-file.ts';
import { secretGuard } from './secret-guard.ts';

export interface ImportSettings {
  readonly source: string;
  readonly maskSecrets: boolean;
}

/** What the file on disk could not give, be it an archive that is damaged or a method that nobody knows. */
class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/**
 * @param advance told the bytes of the file that have been read
 * @throws whatever an adapter throws over a document
 */
export async function readImportedFile(
  file: PlannedFile,
  sink: Sink,
  settings: ImportSettings,
  advance: (bytes: number) => void,
): Promise<void> {
  try {
    await withFile(file.file, (reader) =>
      readMember(memberOf(file, counted(reader, file.bytes, advance)), file, sink, settings),
    );
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const message = `The file could not be unpacked: ${error.message}`;
    report(sink, file.path, { severity: 'rejected', reason: 'unreadable-archive', position: '', message, raw: null });
  }
}

/** Tells of bytes as they are read for the first time. */
function counted(reader: ByteReader, total: number, advance: (bytes: number) => void): ByteReader {
  let left = total;
  return {
    size: reader.size,
    read(from, to) {
      const bytes = Math.min(left, to - from);
      left -= bytes;
      advance(bytes);
      return reader.read(from, to);
    },
  };
}

function memberOf({ path, format }: PlannedFile, reader: ByteReader): Member {
  const { entry, part } = formatOf(format);
  const member = unreadable(() => (entry === null ? membersOf(path, reader)[0] : entryMember(path, reader, entry)));
  if (member === undefined) throw new Unreadable('The archive holds no file.');
  return {
    ...member,
    chunks: () => readable(part === null ? member.chunks() : partOf(reader, part)),
    reader: () => unreadable(member.reader),
  };
}

function formatOf(format: FileFormat | undefined): FileFormat {
  if (format === undefined) throw new Error('A file of an import has a format.');
  return format;
}

function partOf(reader: ByteReader, { from, to }: FilePart): Iterable<Uint8Array> {
  return chunksOf(reader, from, to);
}

function unreadable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Unreadable(messageOf(error));
  }
}

function* readable(chunks: Iterable<Uint8Array>): Generator<Uint8Array, void> {
  const iterator = chunks[Symbol.iterator]();
  for (let next = unreadable(() => iterator.next()); next.done !== true; next = unreadable(() => iterator.next()))
    yield next.value;
}

async function readMember(member: Member, file: PlannedFile, sink: Sink, settings: ImportSettings): Promise<void> {
  const { adapter: name, container } = formatOf(file.format);
  const adapter: Adapter | null = name === null ? null : adapterNamed(name);
  const guard = secretGuard(file.path, sink, settings.maskSecrets);
  if (adapter === null || container === null) return rejectFile(member, guard, sink);
  if (adapter.scope === 'document') {
    const bytes = wholeOf(member.chunks());
    const { text } = decodeText(bytes);
    const guarded = guard(text, '');
    adapter.readDocument(
      { path: file.path, bytes: guarded === text ? bytes : new TextEncoder().encode(guarded) },
      sink,
    );
    return;
  }
  const reader = openReader(adapter, container, file, sink, settings);
  const handler = handlerOf(file.path, reader, sink, guard);
  await readContainer(member, container, handler, { firstLine: formatOf(file.format).part?.line });
  attempt(() => reader.end(), file.path, '', '', sink);
}

function openReader(
  adapter: RecordAdapter,
  container: Container,
  file: PlannedFile,
  sink: Sink,
  { source, maskSecrets }: ImportSettings,
): RecordReader {
  const companion = openCompanions(formatOf(file.format), sink, maskSecrets);
  const open: OpenFile = { path: file.path, container, source, companion };
  return adapter.open(open, sink);
}

function handlerOf(
  path: string,
  reader: RecordReader,
  sink: Sink,
  text: RecordHandler['text'] & object,
): RecordHandler {
  return {
    record: (record) => attempt(() => reader.read(record), path, record.position, record.raw, sink),
    problem: (problem) => report(sink, path, problem),
    text,
  };
}

/** An adapter that fails is a fault of ours, but it costs one record and is on record. */
function attempt(read: () => void, file: string, position: string, raw: string, sink: Sink): void {
  try {
    read();
  } catch (error) {
    sink.reject({
      file,
      position,
      severity: 'rejected',
      reason: 'reader-failed' satisfies BuilderReason,
      message: `The reader failed on this record. ${messageOf(error)}`,
      raw: raw.slice(0, RAW_LIMIT),
    });
  }
}
