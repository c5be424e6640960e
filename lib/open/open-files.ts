/** Reads files of any known format, in the browser as in tests: the same adapters as `forge import`. */
import type { Adapter, OpenFile, RecordAdapter, SourceRecord } from '../adapters/adapter.ts';
import {
  excerptOf,
  membersOf,
  readContainer,
  sampleOf,
  wholeOf,
  type ByteReader,
  type Member,
  type Sample,
} from '../adapters/containers/index.ts';
import { messageOf, report } from '../adapters/reasons.ts';
import type { Sink } from '../adapters/records.ts';
import { adapterNamed, detectFormats } from '../adapters/registry.ts';
import type { OpenedFile, OpenProgress } from './opened.ts';
import type { OpenedRecords } from './opened-records.ts';

/** A file as it was dropped, chosen or fetched. */
export interface RawFile {
  /** Name, with its folders where a folder was dropped. */
  readonly path: string;
  readonly reader: ByteReader;
}

export interface OpenOptions {
  /** Name of the format to read all files as; null to recognise each. */
  readonly format: string | null;
  readonly records: OpenedRecords;
  readonly onProgress: (progress: OpenProgress) => void;
}

interface Recognised {
  readonly member: Member;
  readonly sample: Sample;
  readonly adapter: Adapter | null;
  readonly reason: string;
  readonly alternatives: readonly string[];
}

/** @returns what became of each file, in order; records are in `records` */
export async function openFiles(files: readonly RawFile[], options: OpenOptions): Promise<OpenedFile[]> {
  const found = await recognise(files, options);
  const consumed = consumedPaths(found);
  // Documentation first: calls are linked to it.
  const order = found
    .filter(({ member }) => !consumed.has(member.path))
    .toSorted(
      (a, b) =>
        Number(b.adapter?.yields.includes('apis') ?? false) - Number(a.adapter?.yields.includes('apis') ?? false),
    );
  const total = order.reduce((sum, { member }) => sum + member.bytes, 0);
  const opened: OpenedFile[] = [];
  let read = 0;
  for (const one of order) {
    if (options.records.isFull) break;
    options.onProgress({ read, total, trajectories: options.records.trajectories.size, file: one.member.path });
    const advance = (bytes: number): void =>
      options.onProgress({
        read: Math.min(total, read + bytes),
        total,
        trajectories: options.records.trajectories.size,
        file: one.member.path,
      });
    opened.push(await readOne(one, found, options.records, advance));
    read += one.member.bytes;
  }
  return opened;
}

async function recognise(files: readonly RawFile[], { format, records }: OpenOptions): Promise<Recognised[]> {
  const found: Recognised[] = [];
  for (const { path, reader } of files) {
    try {
      for (const member of membersOf(path, reader)) found.push(await recogniseOne(member, format));
    } catch (error) {
      const message = `The archive could not be read: ${messageOf(error)}`;
      report(records.sink(path), path, {
        severity: 'rejected',
        reason: 'unreadable-archive',
        position: '',
        message,
        raw: null,
      });
    }
  }
  return found;
}

async function recogniseOne(member: Member, format: string | null): Promise<Recognised> {
  const sample = await sampleOf(member);
  const fits = sample.sample === null ? [] : detectFormats(sample.sample);
  const [first] = fits;
  const forced = format === null ? null : adapterNamed(format);
  const alternatives = fits.map(({ adapter }) => adapter.name);
  if (forced !== null) return { member, sample, adapter: forced, reason: 'chosen by hand', alternatives };
  return {
    member,
    sample,
    adapter: first?.adapter ?? null,
    reason: first?.reason ?? 'no known format fits its first records',
    alternatives: alternatives.filter((name) => name !== first?.adapter.name),
  };
}

/** Files that are read along with others, and not on their own. */
function consumedPaths(found: readonly Recognised[]): Set<string> {
  return new Set(
    found.flatMap(({ adapter, member }) =>
      adapter === null || adapter.scope === 'document'
        ? []
        : (adapter.companions?.(member.path) ?? []).filter(({ consumed }) => consumed).map(({ path }) => path),
    ),
  );
}

async function readOne(
  { member, sample, adapter, reason, alternatives }: Recognised,
  all: readonly Recognised[],
  records: OpenedRecords,
  advance: (bytes: number) => void,
): Promise<OpenedFile> {
  const before = { trajectories: records.trajectories.size, apis: records.apis.size, rejects: records.rejects.length };
  const sink = records.sink(sourceOf(member.path));
  try {
    if (adapter === null) rejectUnknown(member.path, sample, sink);
    else if (adapter.scope === 'document')
      adapter.readDocument({ path: member.path, bytes: wholeOf(member.chunks()) }, sink);
    else await readRecords(adapter, { member, sample, all, sink, records, advance });
  } catch (error) {
    const message = `The file could not be read to its end; what was read before is here. ${messageOf(error)}`;
    report(sink, member.path, { severity: 'rejected', reason: 'document-failed', position: '', message, raw: null });
  }
  const fresh = records.rejects.slice(before.rejects);
  const rejected = fresh.filter(({ severity }) => severity === 'rejected').length;
  return {
    path: member.path,
    bytes: member.bytes,
    format: adapter?.name ?? null,
    title: adapter?.title ?? null,
    reason,
    alternatives,
    trajectories: records.trajectories.size - before.trajectories,
    apis: records.apis.size - before.apis,
    rejected,
    warnings: fresh.length - rejected,
  };
}

function rejectUnknown(path: string, { first, container }: Sample, sink: Sink): void {
  const message =
    container === null
      ? 'The file is neither text nor Parquet.'
      : first.length === 0
        ? 'The file is empty.'
        : 'No known format fits the first records of the file.';
  const raw = container === null ? null : excerptOf(first);
  report(sink, path, { severity: 'rejected', reason: 'unknown-format', position: '', message, raw });
}

interface Reading {
  readonly member: Member;
  readonly sample: Sample;
  readonly all: readonly Recognised[];
  readonly sink: Sink;
  readonly records: OpenedRecords;
  readonly advance: (bytes: number) => void;
}

async function readRecords(
  adapter: RecordAdapter,
  { member, sample, all, sink, records, advance }: Reading,
): Promise<void> {
  const container = sample.container ?? 'text';
  const companions = await companionRecords(adapter, member, all);
  const file: OpenFile = {
    path: member.path,
    container,
    source: sourceOf(member.path),
    companion: (path) => companions.get(path) ?? null,
  };
  const reader = adapter.open(file, sink);
  const handler = {
    record: (record: SourceRecord) => {
      if (!records.isFull) reader.read(record);
    },
    problem: (problem: Parameters<typeof report>[2]) => report(sink, member.path, problem),
  };
  let read = 0;
  const goesOn = (bytes: number): boolean => {
    advance((read += bytes));
    return !records.isFull;
  };
  await readContainer(member, container, handler, { goesOn });
  reader.end();
}

async function companionRecords(
  adapter: RecordAdapter,
  member: Member,
  all: readonly Recognised[],
): Promise<ReadonlyMap<string, readonly SourceRecord[]>> {
  const found = new Map<string, readonly SourceRecord[]>();
  for (const { path } of adapter.companions?.(member.path) ?? []) {
    const other = all.find((one) => one.member.path === path);
    if (other === undefined) continue;
    const held: SourceRecord[] = [];
    const handler = { record: (record: SourceRecord) => void held.push(record), problem: () => {} };
    const { container } = other.sample;
    if (container !== null) await readContainer(other.member, container, handler);
    found.set(path, held);
  }
  return found;
}

/** Name of the source that the records of a file belong to: its own, without endings. */
function sourceOf(path: string): string {
  const name = path.split('/')[0]!.replace(/\.[a-z0-9]+(?:\.(?:gz|zst))?$/i, '');
  return (
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '') || 'file'
  );
}
