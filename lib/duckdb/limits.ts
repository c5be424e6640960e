/** What is loaded whole, and what is read by ranges. */
import { tables, type TableName, type TableUse } from '../corpus/index.ts';
import type { Manifest } from '../corpus/manifest.ts';

/**
 * Of a file that a record is read from without the engine, read at first, so that a footer comes in one request: that of
 * 43,000 steps in 21 row groups has 96 kB.
 */
export const TAIL_BYTES = 128 * 1024;

/** What is small enough to be loaded whole, in bytes of Parquet. */
export interface Limits {
  /** Values (rows by columns) of a table that is loaded into memory: how well a file compresses says little about them. */
  readonly cells: number;
  /** As `atOnce`, in values: what takes the database seconds to load comes behind the first rows. */
  readonly cellsAtOnce: number;
  /** Rows that are loaded in one go: a row group of the builder's light tables, so that none is taken apart twice. */
  readonly slice: number;
  /** Light tables up to this are loaded into memory; larger ones are read by ranges. */
  readonly table: number;
  /** Of those, larger ones are read by ranges until they are loaded, which happens behind all else. */
  readonly atOnce: number;
  /** As `atOnce`, where one record is asked for: it loads nothing behind itself. */
  readonly forRecord: number;
  /** Files up to this are loaded where the host does not answer Range. */
  readonly file: number;
}

export const LIMITS: Limits = {
  cells: 1e8,
  cellsAtOnce: 2e7,
  slice: 122_880,
  table: 96 * 2 ** 20,
  atOnce: 24 * 2 ** 20,
  forRecord: 2 ** 20,
  file: 64 * 2 ** 20,
};

export function tableOf(use: TableUse): TableName {
  return typeof use === 'string' ? use : use.table;
}

/** Whether a table is small enough to be held in memory. */
export function fitsInMemory(manifest: Manifest, table: TableName, limits: Limits): boolean {
  const entry = manifest.tables[table];
  if (entry === undefined || entry.rows === 0 || tables[table].weight !== 'light') return false;
  return entry.bytes <= limits.table && cellsOf(manifest, table) <= limits.cells;
}

function cellsOf(manifest: Manifest, table: TableName): number {
  return (manifest.tables[table]?.rows ?? 0) * Object.keys(tables[table].columns).length;
}

/** Whether a table that fits is worth waiting for, before the query that asks for it. */
export function isSmall(manifest: Manifest, use: TableUse, limits: Limits): boolean {
  const { atOnce, forRecord, cellsAtOnce } = limits;
  if (cellsOf(manifest, tableOf(use)) > cellsAtOnce) return false;
  const bytes = manifest.tables[tableOf(use)]?.bytes ?? 0;
  return bytes <= (typeof use === 'string' ? atOnce : Math.min(atOnce, forRecord));
}
