/** The schema in which a database looks for tables: set where it is another one than before. */
import type { Database } from './database.ts';

const current = new WeakMap<Database, string>();

/** Each statement costs a message there and back, which waits for whatever the page is drawing. */
export async function enterSchema(db: Database, schema: string): Promise<void> {
  if (current.get(db) === schema) return;
  await db.run(`SET schema = '${schema}'`, []);
  current.set(db, schema);
}
