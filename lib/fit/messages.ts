/** What the page and the worker that fits say to each other. */
import type { FitAnswer, FitOrder } from './question.ts';
import type { Table } from './table/table.ts';

/** A file of runs, as it was dropped, chosen, fetched or pasted. */
export interface RunsFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type FitRequest =
  { readonly kind: 'read'; readonly files: readonly RunsFile[] } | ({ readonly kind: 'fit' } & FitOrder);

export type FitReport =
  | { readonly kind: 'progress'; readonly part: number }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'answer'; readonly answer: FitAnswer }
  | { readonly kind: 'failed'; readonly message: string };
