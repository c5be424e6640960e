/** One DuckDB instance, as the engine needs it: a worker in the browser, the same WebAssembly in Node's own thread. */
import type { Param } from '../corpus/index.ts';

/**
 * A result as Arrow has it, as far as rows.ts reads it: the installed Arrow's own types do not resolve under its
 * package's exports. Only this folder knows Arrow.
 */
export interface ArrowResult {
  readonly schema: { readonly fields: readonly { readonly name: string; readonly type: unknown }[] };
  readonly batches: readonly ArrowBatch[];
}

export interface ArrowBatch {
  readonly numRows: number;
  getChild(name: string): ArrowVector | null;
}

export interface ArrowVector {
  readonly nullCount: number;
  readonly type: unknown;
  get(index: number): unknown;
  toArray(): unknown;
}

export interface Database {
  /** Whether registerUrl works: the build for Node cannot read over HTTP. */
  readonly readsUrls: boolean;
  /** Runs a prepared statement to its end. */
  run(sql: string, params: readonly Param[]): Promise<ArrowResult>;
  /** Runs a statement that may take seconds, in slices, so that the signal can end it. */
  runSliced(sql: string, params: readonly Param[], signal: AbortSignal | undefined): Promise<ArrowResult>;
  /** Makes bytes a file of that name. The bytes are handed over. */
  registerBuffer(file: string, bytes: Uint8Array): Promise<void>;
  /** Makes a URL a file of that name, read by ranges. */
  registerUrl(file: string, url: string): Promise<void>;
  dropFile(file: string): Promise<void>;
  /** Where a statement may write a file of that name: in memory in the browser, in a folder of its own in Node. */
  scratchFile(name: string): string;
  /** The bytes of a file that a statement wrote. */
  readFile(file: string): Promise<Uint8Array>;
  /** Ends it; whatever still runs is lost. */
  close(): Promise<void>;
}

/** @param onBytes loaded, and in all or null where unknown */
export type OpenDatabase = (onBytes: (loaded: number, total: number | null) => void) => Promise<Database>;

/** Settings of every connection, with the reason of each. */
export const SETTINGS: readonly string[] = [
  // Group-bys on api_no fill an array of at most 2^20 slots, four times as fast as a hash table (search, facets).
  'PRAGMA perfect_ht_threshold = 20',
  // Footers of Parquet files are read once, not once per statement.
  'SET enable_object_cache = true',
  // A few rows of a large table are found by its index; where many are joined the engine still takes a hash table.
  'PRAGMA enable_index_join',
];

/** How results are converted: nothing leaves this folder as a BigInt or a Decimal. */
export const QUERY_CONFIG = { castBigIntToDouble: true, castDecimalToDouble: true, queryPollingInterval: 20 } as const;

/**
 * A value as SQL text: only for statements that are sent in slices, whose values cannot be bound.
 * @throws TypeError for a number that is not finite
 */
export function literal(value: Param): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`not a finite number: ${value}`);
    return String(value);
  }
  // The parser ends a statement at NUL, so that a NUL has to come in as a value.
  return value
    .split('\0')
    .map((part) => `'${part.replaceAll("'", "''")}'`)
    .join(' || chr(0) || ');
}
