/** Failures that end a command with a message instead of a stack trace. */

/** The user asked for something that cannot be done as asked: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The work could not be finished; the message says what happened, to which file, and what to do: exit code 1. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}

/** @returns the message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
