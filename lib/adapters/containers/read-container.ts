/** Reads a file of any container to its end, record by record. */
import type { Container } from '../adapter.ts';
import type { Member } from './members.ts';
import { openRecords } from './open-records.ts';
import { readParquet } from './parquet.ts';
import type { RecordHandler } from './record-stream.ts';

interface ReadOptions {
  /** Number of the first line, where the member is a later part of its file. */
  readonly firstLine?: number | undefined;
  /** Told the bytes of each chunk of text before it is read. @returns whether to read it */
  readonly goesOn?: (bytes: number) => boolean;
}

/** @throws where the member cannot be unpacked; what is wrong with its records goes to the handler */
export async function readContainer(
  member: Member,
  container: Container,
  handler: RecordHandler,
  { firstLine, goesOn = () => true }: ReadOptions = {},
): Promise<void> {
  if (container === 'parquet') return readParquet(member.reader(), handler);
  const stream = openRecords(container, handler, firstLine);
  for (const chunk of member.chunks()) {
    if (!goesOn(chunk.length)) break;
    stream.push(chunk);
  }
  stream.end();
}
