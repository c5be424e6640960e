/** Results that several statements read, such as the scores of a search: made once, the latest kept. */
import type { Materialised } from '../corpus/index.ts';
import type { Database } from './database.ts';
import { toRows } from './rows.ts';

/** How many are kept, so that going back to one costs nothing: more than any one query uses. */
const KEPT = 24;

export class SharedResults {
  readonly #schema: string;
  /** Question by name of the table, the one not used for longest first. */
  readonly #questions = new Map<string, string>();

  constructor(schema: string) {
    this.#schema = schema;
  }

  /** Makes the table of a result, unless it is there and of the same question. */
  async have(db: Database, result: Materialised): Promise<void> {
    const { name, lookup } = result;
    const question = JSON.stringify([lookup.sql, lookup.params]);
    if (this.#questions.get(name) !== question) await this.#make(db, result);
    this.#questions.delete(name);
    this.#questions.set(name, question);
    await this.#dropOldest(db);
  }

  async #make(db: Database, { name, lookup, fill }: Materialised): Promise<void> {
    const rows = toRows(await db.run(lookup.sql, lookup.params), lookup.columns, lookup.name);
    const { sql, params } = fill(rows);
    await db.run(`CREATE OR REPLACE TABLE ${this.#schema}."${name}" AS ${sql}`, params);
  }

  async #dropOldest(db: Database): Promise<void> {
    const [oldest] = this.#questions.keys();
    if (this.#questions.size <= KEPT || oldest === undefined) return;
    await db.run(`DROP TABLE IF EXISTS ${this.#schema}."${oldest}"`, []);
    this.#questions.delete(oldest);
  }
}
