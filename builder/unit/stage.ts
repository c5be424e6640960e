/** Stage files: what a unit hands to the writing of tables, one NDJSON file per table. */
import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { compareIds } from '../../lib/corpus/shard-ranges.ts';

/** Stage tables are the corpus's tables that hold records, and what the search index, the check for twins and the search for duplicates need. */
export type StageTable =
  | 'apis'
  | 'api_docs'
  | 'definitions'
  | 'definition_keys'
  | 'api_words'
  | 'api_weights'
  | 'api_index'
  | 'trajectory_words'
  | 'trajectory_weights'
  | 'trajectories'
  | 'steps'
  | 'calls'
  | 'trajectory_records'
  | 'blobs'
  | 'fingerprints'
  | 'documents'
  | 'document_texts'
  | 'rejects';

/** What is known of one stage file without reading it. */
export interface StageFile {
  readonly rows: number;
  readonly bytes: number;
  /** Longest row in bytes: the reader's buffer must hold it. */
  readonly longest: number;
  /** First and last id in order of code points; null where rows were given none. */
  readonly first: string | null;
  readonly last: string | null;
}

const FLUSH_BYTES = 1 << 20;
const LINE_FEED = 0x0a;
/** Bytes of UTF-8 that one UTF-16 code unit takes at most. */
const MOST_BYTES_OF_UNIT = 3;
const loneSurrogateEscape = /\\ud[89a-f]/;

/**
 * A row behind its place. Nulls are left out: a column that is missing is null. Spreading wide rows
 * would take longer than all that is found out about them.
 * @param head what comes first
 */
export function stageRow(head: Readonly<Record<string, unknown>>, row: object): object {
  const staged: Record<string, unknown> = { ...head };
  for (const [name, value] of Object.entries(row)) if (value !== null) staged[name] = value;
  return staged;
}

/** Writes rows of one table. Memory is bounded by FLUSH_BYTES and the longest row. */
export class StageWriter {
  readonly #fd: number;
  /** Rows are written here at once: lines that wait as strings would outlive the young generation. */
  readonly #buffer = Buffer.allocUnsafe(FLUSH_BYTES);
  #buffered = 0;
  #rows = 0;
  #bytes = 0;
  #longest = 0;
  #first: string | null = null;
  #last: string | null = null;

  constructor(folder: string, table: StageTable) {
    this.#fd = openSync(path.join(folder, `${table}.ndjson`), 'w');
  }

  /** Bytes that have been written: where the next row begins. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * @param row values by column
   * @param id value of the first sort column, where the ids of the file matter
   * @returns whether the row's text was malformed Unicode, which is stored with replacement characters
   */
  write(row: object, id?: string): boolean {
    let line = JSON.stringify(row);
    // Lone surrogates are the only thing that JSON.stringify escapes as \ud…; the search also finds harmless text.
    const repaired = loneSurrogateEscape.test(line) && hasLoneSurrogate(row);
    if (repaired)
      line = JSON.stringify(row, (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value));
    const bytes = this.#add(line);
    this.#bytes += bytes;
    this.#rows += 1;
    if (bytes > this.#longest) this.#longest = bytes;
    if (id !== undefined) this.#extend(repaired ? id.toWellFormed() : id);
    return repaired;
  }

  close(): StageFile {
    this.#flush();
    closeSync(this.#fd);
    return { rows: this.#rows, bytes: this.#bytes, longest: this.#longest, first: this.#first, last: this.#last };
  }

  #extend(id: string): void {
    if (this.#first === null || compareIds(id, this.#first) < 0) this.#first = id;
    if (this.#last === null || compareIds(id, this.#last) > 0) this.#last = id;
  }

  /** @returns bytes of the line, its end among them */
  #add(line: string): number {
    // How long it is in UTF-8 need not be found out first where there is room for the longest that it could be.
    if (this.#buffered + line.length * MOST_BYTES_OF_UNIT + 1 > FLUSH_BYTES) this.#flush();
    if (line.length * MOST_BYTES_OF_UNIT + 1 > FLUSH_BYTES) {
      const bytes = Buffer.from(`${line}\n`);
      this.#writeAll(bytes);
      return bytes.length;
    }
    const written = this.#buffer.write(line, this.#buffered);
    this.#buffered += written;
    this.#buffer[this.#buffered++] = LINE_FEED;
    return written + 1;
  }

  #flush(): void {
    this.#writeAll(this.#buffer.subarray(0, this.#buffered));
    this.#buffered = 0;
  }

  #writeAll(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) at += writeSync(this.#fd, bytes, at);
  }
}

function hasLoneSurrogate(value: unknown): boolean {
  if (typeof value === 'string') return !value.isWellFormed();
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(hasLoneSurrogate);
}
