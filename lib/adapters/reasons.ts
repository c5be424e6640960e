/** Why an input record was rejected, or stored with a warning: every code there is, each with a sentence for people. */
import type { RejectRecord, Sink } from './records.ts';

export const REASONS = {
  'byte-order-mark': 'The file begins with a byte order mark, which was left out.',
  'wrong-encoding': 'The file is not valid UTF-8; it was read in the encoding that the message names.',
  'malformed-unicode': 'The text holds half of a surrogate pair, for which U+FFFD was stored.',
  'empty-file': 'The file holds no data.',
  'invalid-json': 'The text is not valid JSON.',
  'invalid-yaml': 'The text is not valid YAML, or expands beyond all measure through its aliases.',
  'invalid-csv': 'The row has more cells than the file has columns.',
  'invalid-parquet': 'The Parquet file, or the part of it that the message names, could not be read.',
  'unreadable-archive': 'The archive, or an entry of it, is damaged, encrypted or packed by an unknown method.',
  'record-too-large': 'The record is longer than what is held in memory.',
  'unknown-format': 'No format that `forge formats` lists fits the file; the raw text is its beginning.',
  'secret-found': 'The record holds what looks like a credential, of the kind that the message names.',
  'duplicate-key': 'A key occurs twice in one object; the last value was taken and both are in the raw text.',
  'inexact-number': 'A number cannot be held exactly in double precision; the raw text keeps its digits.',
  'not-openapi': 'The document is neither OpenAPI 3 nor Swagger 2.',
  'no-operations': 'The document describes no operation.',
  'not-an-operation': 'The place of an operation, or of a path, holds something that is not an object.',
  'operation-failed': 'The operation could not be read; the rest of the document was.',
  'document-failed': 'The document could not be read as a whole.',
  'duplicate-id': 'Another operation of the document has the same id; a number was appended.',
  'dangling-ref': 'A reference leads nowhere, or only to itself; it was kept as written.',
  'external-ref': 'A reference leads out of the document; it was kept as written and is never followed.',
  'not-a-scenario': 'The document is not a recorded HTTP scenario: a list of requests with their responses.',
  'not-of-format': 'The record does not have the shape of the format that the file is read as.',
  'folded-prefix':
    'The record is the beginning of another record of the file, which is stored: it is folded into that one.',
  'answer-alone': 'The record holds the answer to a question that the import does not have.',
  'no-tools': 'The record has a list of tools, and nothing in it.',
  'not-text': 'The file holds bytes that are not text.',
  'minified-text': 'The lines are so long that the file was generated, not written.',
} as const satisfies Readonly<Record<string, string>>;

type Reason = keyof typeof REASONS;

/** The most of a record's raw text that a reject keeps, in UTF-16 code units. */
export const RAW_LIMIT = 65_536;

/** Something to tell about one place of a file. */
export interface Problem {
  readonly severity: 'rejected' | 'warning';
  readonly reason: Reason;
  /** JSON pointer, line:column, or byte offset. */
  readonly position: string;
  readonly message: string;
  readonly raw: string | null;
}

/** Hands a problem to the sink, its raw text bounded. */
export function report(sink: Sink, file: string, problem: Problem): void {
  const raw = problem.raw === null ? null : problem.raw.slice(0, RAW_LIMIT);
  sink.reject({ file, ...problem, raw } satisfies RejectRecord);
}

/** @returns what a thrown value says, in one line */
export function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').trim();
}
