/** Telling errors of a statement from the end of the database. */
import { CorpusError, reason } from './errors.ts';

/** Errors after which the database answers nothing any more. */
export function isFatal(error: unknown): boolean {
  return /invalidated|fatal|unreachable|out of bounds|null function|runtimeerror|worker/i.test(
    error instanceof CorpusError ? '' : reason(error),
  );
}
