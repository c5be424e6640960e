/** What is loaded whole, and what is read by ranges. */

/** What is small enough to be loaded whole, in bytes of Parquet. */
export interface Limits {
  /** Light tables up to this are loaded into memory; larger ones are read by ranges. */
  readonly table: number;
  /** Files up to this are loaded where the host does not answer Range. */
  readonly file: number;
}

export const LIMITS: Limits = { table: 96 * 2 ** 20, file: 64 * 2 ** 20 };
