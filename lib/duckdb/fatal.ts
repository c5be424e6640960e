/** Telling errors of a statement from the end of the database. */
import type { Database } from './database.ts';
import { CorpusError, reason } from './errors.ts';

/** Errors after which the database answers nothing any more. */
export function isFatal(error: unknown): boolean {
  return /invalidated|fatal|unreachable|out of bounds|null function|runtimeerror|worker/i.test(
    error instanceof CorpusError ? '' : reason(error),
  );
}

/** The database is lost; what was asked of it can be asked of a new one. Never leaves the engine. */
export class FatalError extends Error {
  readonly database: Database;
  constructor(database: Database, cause: unknown) {
    super('the database is lost', { cause });
    this.database = database;
  }
}
