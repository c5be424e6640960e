/** Statements whose rows arrive in slices, so that they can be cancelled between two of them. */
import type { Param } from '../corpus/index.ts';
import { literal, type ArrowBatch, type ArrowResult } from './database.ts';

/** What a connection of the engine sends back for a statement that is sent in slices. */
export interface SliceReader extends AsyncIterable<ArrowBatch> {
  readonly schema: ArrowResult['schema'];
  open(): unknown;
}

/** @returns all rows of a statement that has been sent */
export async function allSlices(reader: SliceReader): Promise<ArrowResult> {
  await reader.open();
  // The reader forgets its schema at the end of the stream.
  const { schema } = reader;
  const batches: ArrowBatch[] = [];
  for await (const batch of reader) batches.push(batch);
  return { schema, batches };
}

/** Quoted text and names, and what stands for a value. */
const TOKENS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g;

/**
 * Writes the values of a statement into its text: only a statement without parameters can be sent in slices. PREPARE and
 * EXECUTE instead crash the engine (1.28) where rows with lists of structs are sorted.
 * @param sql with `?` for each value, quoted text apart
 */
export function inlined(sql: string, params: readonly Param[]): string {
  let next = 0;
  const text = sql.replace(TOKENS, (token) => (token === '?' ? typed(params[next++] ?? null) : token));
  if (next !== params.length) throw new TypeError(`${params.length} values for ${next} places`);
  return text;
}

/** Bare text would take on the type of what it is compared with, and fail where it is no such value. */
function typed(value: Param): string {
  return typeof value === 'string' ? `(${literal(value)})::VARCHAR` : literal(value);
}
