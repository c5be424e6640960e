/** What the page and the worker that reads its files say to each other. */
import type { Row } from '../corpus/index.ts';
import type { Whole } from '../export/whole.ts';
import type { OpenedApiRecord, OpenedSummary, OpenProgress } from './opened.ts';

export interface FileToOpen {
  readonly path: string;
  readonly blob: Blob;
}

export type Order =
  | { readonly kind: 'open'; readonly files: readonly FileToOpen[]; readonly format: string | null }
  | { readonly kind: 'ask'; readonly no: number; readonly question: Question };

export type Question =
  | { readonly about: 'trajectory'; readonly id: string }
  | { readonly about: 'api'; readonly id: string }
  | { readonly about: 'definition'; readonly id: string }
  | { readonly about: 'blob'; readonly id: string };

/** Null where there is no record of the id. */
export type Answer = Whole | OpenedApiRecord | Row<'blobs'> | string | null;

export type Report =
  | { readonly kind: 'progress'; readonly progress: OpenProgress }
  | { readonly kind: 'opened'; readonly summary: OpenedSummary }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'answer'; readonly no: number; readonly answer: Answer };
