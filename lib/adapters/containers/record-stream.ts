/** What every reader of a container hands on, and how its text is made of bytes. */
import type { SourceRecord } from '../adapter.ts';
import type { Problem } from '../reasons.ts';
import { decodeText } from '../text/decode.ts';
import { isJsonSpace } from '../text/json-source.ts';

export interface RecordHandler {
  record(record: SourceRecord): void;
  /** A record that could not be read (severity `rejected`), or something to know about the file. */
  problem(problem: Problem): void;
  /**
   * Sees the text of each record before it is parsed, and may change it, e.g. mask credentials in it.
   * @returns text that still parses
   */
  text?(text: string, position: string): string;
}

/** Takes a file in pieces, in order. Never throws for what the file holds. */
export interface RecordStream {
  /** @param chunk bytes, valid during the call only */
  push(chunk: Uint8Array): void;
  end(): void;
}

/** Bytes of one record that are held at most: a text of twice as much is beyond what a thread may hold. */
export const RECORD_LIMIT = 1 << 27;

/** @returns the reject of a record that is longer than RECORD_LIMIT */
export function tooLarge(position: string, start: Uint8Array, handler: RecordHandler): Problem {
  const message = `The record has more than ${RECORD_LIMIT} bytes, which is more than is held in memory.`;
  const source = excerptOf(start);
  const raw = handler.text?.(source, position) ?? source;
  return { severity: 'rejected', reason: 'record-too-large', position, message, raw };
}

/** Bytes of the beginning of something unreadable that are kept. */
const EXCERPT_BYTES = 2_048;

/** @returns the first bytes as text, whatever they are */
export function excerptOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, EXCERPT_BYTES));
}

/**
 * Decodes records one by one: strict UTF-8, else windows-1252, which is told once for a file.
 * @param problem told of the first record that is not UTF-8
 */
export function recordDecoder(
  problem: RecordHandler['problem'],
): (bytes: Uint8Array, position: () => string) => string {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let told = false;
  return (bytes, position) => {
    try {
      return strict.decode(bytes);
    } catch {
      const { text, problems } = decodeText(bytes);
      for (const found of told ? [] : problems)
        if (found.reason === 'wrong-encoding')
          problem({ ...found, position: position(), message: `${found.message} Offsets count from ${position()}.` });
      told = true;
      return text;
    }
  };
}

/** @returns the text without JSON's white space around it; String.trim would also take U+2028 and its like away */
export function trimJsonSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isJsonSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isJsonSpace(text.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** Hands on the record of a JSON text, or its reject. */
export function parseRecord(source: string, position: string, handler: RecordHandler): void {
  const text = handler.text?.(source, position) ?? source;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = `Not JSON at ${position}: ${error instanceof Error ? error.message : String(error)}`;
    handler.problem({ severity: 'rejected', reason: 'invalid-json', position, message, raw: text });
    return;
  }
  handler.record({ position, value, raw: text });
}

/** Hands on the record of a row of a table, which is written as JSON. */
export function rowRecord(row: object, position: string, handler: RecordHandler): void {
  const source = JSON.stringify(row);
  const raw = handler.text?.(source, position) ?? source;
  handler.record({ position, value: raw === source ? row : JSON.parse(raw), raw });
}
