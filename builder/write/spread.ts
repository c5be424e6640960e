/**
 * Spreads rows over shards where packing cannot: ids of a source are in no order, so every stage file of a large one
 * holds ids of all its range. One pass over the files, whatever their size, in little memory: buffers are used again.
 * A file whose ids all belong to one shard is left as it is: where ids are numbered, as they often are, most files are.
 */
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { compareIds } from '../../lib/corpus/shard-ranges.ts';
import { BufferedFile } from '../buffered-file.ts';
import { StageFigures } from '../unit/stage.ts';
import type { StagedFile } from './stage-tables.ts';
import type { Renamed } from './twins.ts';

/** Bytes between two ids that are looked at to find where shards begin. */
const SAMPLE_BYTES = 1_000_000;

/** Read at such a place: room for the place and the id with which a line begins. */
const HEAD_BYTES = 1 << 16;

/** Read at once of a file that is spread. */
const READ_BYTES = 1 << 20;

/** Held of all new files together before it is written; each has its share, within bounds. */
const BUFFERED_BYTES = 32 << 20;
const LEAST_BUFFER = 1 << 16;
const MOST_BUFFER = 1 << 19;

const NEWLINE = 0x0a;
const LINE_END = Uint8Array.of(NEWLINE);

export interface SpreadJob {
  /** Column that is sorted by; the first one of the row after its place. */
  readonly id: string;
  /** Their first and last ids take in those that rows are given anew. */
  readonly files: readonly StagedFile[];
  readonly renames: readonly Renamed[];
  /** Bytes of stage rows per shard. */
  readonly limit: number;
  /** Folder for the new files, and the beginning of their names. */
  readonly folder: string;
  readonly name: string;
  readonly advance: (bytes: number) => void;
}

/**
 * @returns stage files by shard, of contiguous ranges of ids in order of id; rows of one id stay together, in their order
 */
export async function spreadRows(job: SpreadJob): Promise<StagedFile[][]> {
  const idOf = idReader(job);
  const cuts = await findCuts(job, idOf);
  const shards = Array.from({ length: cuts.length + 1 }, (): StagedFile[] => []);
  const mixed: StagedFile[] = [];
  for (const file of job.files) {
    const only = onlyShardOf(file, cuts);
    if (only === null) {
      mixed.push(file);
      continue;
    }
    shards[only]!.push(file);
    job.advance(file.bytes);
  }
  for (const [no, part] of (await copyRows(job, mixed, cuts, idOf)).entries())
    if (part.rows > 0) shards[no]!.push(part);
  return shards.filter((files) => files.length > 0);
}

/** @returns the shard to which all rows of a file belong, or null where there are several or its ids are not known */
function onlyShardOf({ first, last }: StagedFile, cuts: readonly string[]): number | null {
  if (first === null || last === null) return null;
  const shard = shardOf(first, cuts);
  return shard === shardOf(last, cuts) ? shard : null;
}

/** @returns a new file for each shard, of the rows of all these files that belong to it */
async function copyRows(
  job: SpreadJob,
  files: readonly StagedFile[],
  cuts: readonly string[],
  idOf: IdReader,
): Promise<StagedFile[]> {
  const share = Math.floor(BUFFERED_BYTES / (cuts.length + 1));
  const room = Math.min(MOST_BUFFER, Math.max(LEAST_BUFFER, share));
  const parts = [null, ...cuts].map((_, no) => new Part(path.join(job.folder, `${job.name}-${no}.ndjson`), room));
  const buffer = Buffer.allocUnsafeSlow(READ_BYTES);
  for (const file of files) {
    await eachLine(file.file, buffer, (line) => {
      const id = idOf(line, file.unit);
      if (id === null) throw new Error(`A row of ${file.file} has no ${job.id}.`);
      parts[shardOf(id, cuts)]!.write(line, id);
    });
    job.advance(file.bytes);
  }
  return parts.map((part, no) => part.close(no));
}

/** Reads the id of a line; null where the line ends before its id does, as the head of one may. */
type IdReader = (line: Buffer, unit: number) => string | null;

function idReader({ id, renames }: SpreadJob): IdReader {
  const key = Buffer.from(`"${id}":"`);
  const fresh = new Map(renames.map(({ unit, seq, id: name }) => [`${unit} ${seq}`, name]));
  return (line, unit) => {
    const renamed = fresh.size === 0 ? null : fresh.get(`${unit} ${seqOf(line)}`);
    if (renamed) return renamed;
    // The value's own quotes are escaped: the text ends at the first one that is not.
    const before = line.indexOf(key);
    if (before === -1) return null;
    const start = before + key.length - 1;
    let end = line.indexOf('"', start + 1);
    while (isEscaped(line, end)) end = line.indexOf('"', end + 1);
    return end === -1 ? null : (JSON.parse(line.toString('utf8', start, end + 1)) as string);
  };
}

function seqOf(line: Buffer): number {
  return Number(/"_seq":(\d+)/.exec(line.toString('latin1', 0, 60))?.[1]);
}

function isEscaped(line: Buffer, at: number): boolean {
  let slashes = 0;
  while (line[at - 1 - slashes] === 0x5c) slashes++;
  return slashes % 2 === 1;
}

/** Ids at which shards begin, the first one apart: of the lines that begin at or after places SAMPLE_BYTES apart. */
async function findCuts({ files, limit }: SpreadJob, idOf: IdReader): Promise<string[]> {
  const sample: string[] = [];
  for (const { file, unit, bytes } of files) {
    await withFile(file, async (handle) => {
      for (let at = 0; at < bytes; at += SAMPLE_BYTES) {
        const line = at === 0 ? await headAt(handle, at) : await lineAfter(handle, at - 1);
        const id = line === null ? null : idOf(line, unit);
        if (id !== null) sample.push(id);
      }
    });
  }
  sample.sort(compareIds);
  const every = Math.max(1, Math.round(limit / SAMPLE_BYTES));
  const cuts = sample.filter((_, i) => i > 0 && i % every === 0);
  return cuts.filter((id, i) => id !== cuts[i - 1]);
}

/** @returns the head of the first line that begins behind a line end at or after a place, or null where none does */
async function lineAfter(handle: FileHandle, at: number): Promise<Buffer | null> {
  for (let from = at; ; from += HEAD_BYTES) {
    const bytes = await headAt(handle, from);
    if (bytes === null) return null;
    const end = bytes.indexOf(NEWLINE);
    if (end !== -1) return headAt(handle, from + end + 1);
  }
}

/** @returns what stands at a place, HEAD_BYTES at the most, or null at the end of the file */
async function headAt(handle: FileHandle, at: number): Promise<Buffer | null> {
  const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(HEAD_BYTES), 0, HEAD_BYTES, at);
  return bytesRead === 0 ? null : buffer.subarray(0, bytesRead);
}

function shardOf(id: string, cuts: readonly string[]): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareIds(cuts[middle]!, id) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads the lines of a file, without their ends; each is valid during the call only. */
async function eachLine(file: string, buffer: Buffer, read: (line: Buffer) => void): Promise<void> {
  await withFile(file, async (handle) => {
    // What has been read of a line that does not end in the buffer, copied out of it.
    let rest: Buffer[] = [];
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
        const line = chunk.subarray(start, end);
        read(rest.length === 0 ? line : Buffer.concat([...rest, line]));
        rest = [];
        start = end + 1;
      }
      if (start < chunk.length) rest.push(Buffer.from(chunk.subarray(start)));
    }
    if (rest.length > 0) read(Buffer.concat(rest));
  });
}

async function withFile(file: string, read: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(file);
  try {
    await read(handle);
  } finally {
    await handle.close();
  }
}

/** A new file of one shard's rows. */
class Part {
  readonly #name: string;
  readonly #file: BufferedFile;
  readonly #figures = new StageFigures();

  constructor(name: string, room: number) {
    this.#name = name;
    this.#file = new BufferedFile(name, room);
  }

  write(line: Buffer, id: string): void {
    this.#file.write(line);
    this.#file.write(LINE_END);
    this.#figures.addRow(line.length + LINE_END.length, id);
  }

  close(no: number): StagedFile {
    this.#file.close();
    return { ...this.#figures.all(), file: this.#name, unit: no };
  }
}
