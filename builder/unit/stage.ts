/** Stage files: what a unit hands to the writing of tables, one NDJSON file per table. */
import path from 'node:path';
import { compareIds } from '../../lib/corpus/shard-ranges.ts';
import { JsonLines } from './json-lines.ts';

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

/** What becomes known of a stage file as its rows are written. */
export class StageFigures {
  #rows = 0;
  #bytes = 0;
  #longest = 0;
  #first: string | null = null;
  #last: string | null = null;

  /** @param bytes of a row, its end among them */
  addRow(bytes: number, id?: string): void {
    this.#rows += 1;
    this.#bytes += bytes;
    this.#longest = Math.max(this.#longest, bytes);
    if (id === undefined) return;
    if (this.#first === null || compareIds(id, this.#first) < 0) this.#first = id;
    if (this.#last === null || compareIds(id, this.#last) > 0) this.#last = id;
  }

  all(): StageFile {
    return { rows: this.#rows, bytes: this.#bytes, longest: this.#longest, first: this.#first, last: this.#last };
  }
}

/** Writes rows of one table, without the values that are null: a column that is missing is null. */
export class StageWriter {
  readonly #lines: JsonLines;
  readonly #figures = new StageFigures();

  constructor(folder: string, table: StageTable) {
    this.#lines = new JsonLines(path.join(folder, `${table}.ndjson`));
  }

  /** Bytes that have been written: where the next row begins. */
  get bytes(): number {
    return this.#lines.bytes;
  }

  /**
   * @param head values by column that come first
   * @param row values by column
   * @param id value of the first sort column, where the ids of the file matter
   * @returns whether the row's text was malformed Unicode, which is stored with replacement characters
   */
  write(head: object, row: object, id?: string): boolean {
    const from = this.bytes;
    const repaired = this.#lines.write(head, row);
    this.#figures.addRow(this.bytes - from, repaired ? id?.toWellFormed() : id);
    return repaired;
  }

  close(): StageFile {
    this.#lines.close();
    return this.#figures.all();
  }
}
