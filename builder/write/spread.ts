/**
 * Spreads rows over shards where packing cannot: ids of a source are in no order, so every stage file of a large one
 * holds ids of all its range. Two passes over the files, whatever their size, in little memory.
 */
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { compareIds } from '../../lib/corpus/manifest.ts';
import type { StagedFile } from './stage-tables.ts';
import type { Renamed } from './twins.ts';

/** Bytes between two ids that are looked at to find where shards begin. */
const SAMPLE_BYTES = 1_000_000;
const FLUSH_BYTES = 1 << 19;

export interface SpreadJob {
  /** Column that is sorted by; the first one of the row after its place. */
  readonly id: string;
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
 * @returns new stage files of contiguous ranges of ids, in order of id; rows of one id stay together, in their order
 */
export async function spreadRows(job: SpreadJob): Promise<StagedFile[]> {
  const idOf = idReader(job);
  const cuts = await findCuts(job, idOf);
  const parts = [null, ...cuts].map((_, no) => new Part(path.join(job.folder, `${job.name}-${no}.ndjson`)));
  for (const file of job.files) {
    await eachLine(file.file, (line) => {
      const id = idOf(line, file.unit);
      parts[shardOf(id, cuts)]!.write(line, id);
    });
    job.advance(file.bytes);
  }
  return parts.map((part, no) => part.close(no)).filter(({ rows }) => rows > 0);
}

type IdReader = (line: Buffer, unit: number) => string;

function idReader({ id, renames }: SpreadJob): IdReader {
  const key = Buffer.from(`"${id}":"`);
  const fresh = new Map(renames.map(({ unit, seq, id: name }) => [`${unit} ${seq}`, name]));
  return (line, unit) => {
    const renamed = fresh.size === 0 ? null : fresh.get(`${unit} ${seqOf(line)}`);
    if (renamed) return renamed;
    // The value's own quotes are escaped: the text ends at the first one that is not.
    const start = line.indexOf(key) + key.length - 1;
    let end = line.indexOf('"', start + 1);
    while (isEscaped(line, end)) end = line.indexOf('"', end + 1);
    return JSON.parse(line.toString('utf8', start, end + 1)) as string;
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

/** Ids at which shards begin, the first one apart. */
async function findCuts({ files, limit }: SpreadJob, idOf: IdReader): Promise<string[]> {
  const sample: string[] = [];
  for (const file of files) {
    let passed = 0;
    await eachLine(file.file, (line) => {
      passed += line.length + 1;
      if (passed < SAMPLE_BYTES) return;
      sample.push(idOf(line, file.unit));
      passed = 0;
    });
  }
  sample.sort(compareIds);
  const every = Math.max(1, Math.round(limit / SAMPLE_BYTES));
  const cuts = sample.filter((_, i) => i > 0 && i % every === 0);
  return cuts.filter((id, i) => id !== cuts[i - 1]);
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
async function eachLine(file: string, read: (line: Buffer) => void): Promise<void> {
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      const line = chunk.subarray(start, end);
      read(rest.length === 0 ? line : Buffer.concat([...rest, line]));
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  }
  if (rest.length > 0) read(Buffer.concat(rest));
}

class Part {
  readonly #file: string;
  readonly #fd: number;
  readonly #buffer = Buffer.allocUnsafeSlow(FLUSH_BYTES);
  #buffered = 0;
  #rows = 0;
  #bytes = 0;
  #longest = 0;
  #first: string | null = null;
  #last: string | null = null;

  constructor(file: string) {
    this.#file = file;
    this.#fd = openSync(file, 'w');
  }

  write(line: Buffer, id: string): void {
    this.#append(line);
    this.#bytes += line.length + 1;
    this.#rows += 1;
    this.#longest = Math.max(this.#longest, line.length + 1);
    if (this.#first === null || compareIds(id, this.#first) < 0) this.#first = id;
    if (this.#last === null || compareIds(id, this.#last) > 0) this.#last = id;
  }

  #append(line: Buffer): void {
    if (this.#buffered + line.length + 1 > FLUSH_BYTES) this.#flush();
    if (line.length + 1 > FLUSH_BYTES) return this.#put(Buffer.concat([line, NEWLINE]));
    this.#buffered += line.copy(this.#buffer, this.#buffered);
    this.#buffer[this.#buffered++] = NEWLINE[0]!;
  }

  close(no: number): StagedFile {
    this.#flush();
    closeSync(this.#fd);
    return {
      file: this.#file,
      unit: no,
      rows: this.#rows,
      bytes: this.#bytes,
      longest: this.#longest,
      first: this.#first,
      last: this.#last,
    };
  }

  #flush(): void {
    this.#put(this.#buffer.subarray(0, this.#buffered));
    this.#buffered = 0;
  }

  #put(bytes: Buffer): void {
    for (let at = 0; at < bytes.length;) at += writeSync(this.#fd, bytes, at);
  }
}

const NEWLINE = Buffer.from('\n');
