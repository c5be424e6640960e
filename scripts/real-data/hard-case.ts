/** A record that breaks naive importers, and what must have become of it. */
import { openDatabase, literal } from '../../builder/write/duckdb.ts';
import { openCorpus } from '../../builder/open-corpus.ts';
import path from 'node:path';

export interface HardCase {
  /** As in hard-cases.json, or a name of our own. */
  readonly id: string;
  /** A statement that yields one row, of which every value has to be true. */
  readonly sql: string;
}

/** A case that holds if a statement yields true; tables are those of the corpus, by name. */
export function holds(id: string, sql: string): HardCase {
  return { id, sql };
}

/** A corpus that is asked many questions. */
export interface OpenCorpus {
  rows<T extends Record<string, unknown>>(sql: string): Promise<T[]>;
  /** @returns what is wrong, or null; shows what the statement did yield */
  verify(hardCase: HardCase): Promise<string | null>;
  close(): void;
}

/** @param dir folder of a corpus */
export async function openTables(dir: string): Promise<OpenCorpus> {
  const { tables } = openCorpus(dir);
  const db = await openDatabase({ scratch: path.join(dir, '..', 'scratch'), memoryMb: 500 });
  for (const [name, { shards }] of Object.entries(tables)) {
    const files = shards.map((shard) => literal(path.join(dir, shard.path)));
    await db.run(`CREATE VIEW ${name} AS SELECT * FROM read_parquet([${files.join(', ')}])`);
  }
  return {
    rows: (sql) => db.rows(sql),
    async verify({ sql }) {
      const rows = await db.rows(sql);
      const isGood = rows.length === 1 && Object.values(rows[0]!).every((value) => value === true);
      return isGood ? null : `the corpus says ${JSON.stringify(rows).slice(0, 300)}`;
    },
    close: () => db.close(),
  };
}
