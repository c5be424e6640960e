/**
 * What an adapter hands on. The receiver (the builder, or the browser for an opened file) adds what only it knows:
 * source, token counts, calls counted, row numbers.
 */
import type { Component, Row } from '../corpus/index.ts';

/** One API: its row of the catalogue, and its documentation. */
export interface ApiRecord {
  readonly api: Omit<Row<'apis'>, 'api_no' | 'doc_tokens' | 'n_calls' | 'n_trajectories' | 'n_invalid' | 'source'>;
  readonly doc: Row<'api_docs'>;
}

/** A named schema that APIs refer to. */
export type DefinitionRecord = Omit<Row<'definitions'>, 'source'>;

export type StepRecord = Omit<Row<'steps'>, 'trajectory_id' | 'step' | 'tokens'>;

/** A step of which nothing is known yet: an adapter says what its source says. */
export const EMPTY_STEP = {
  content: null,
  content_type: null,
  reasoning: null,
  calls: [],
  call_step: null,
  call: null,
  status: null,
  is_error: false,
  loss: null,
  note: null,
  raw: null,
} satisfies Partial<StepRecord>;

/** One trajectory; steps in order. Counts and tokens are the receiver's to derive from the steps. */
export interface TrajectoryRecord {
  /** Record id within the source; null for a content hash. */
  readonly record_id: string | null;
  readonly kind: Row<'trajectories'>['kind'];
  readonly domain: string | null;
  readonly model: string | null;
  readonly outcome: string | null;
  readonly reward: number | null;
  readonly source_record: string;
  readonly steps: readonly StepRecord[];
}

export interface DocumentRecord {
  /** Path within the source, unique there. */
  readonly record_id: string;
  readonly component: Extract<Component, 'code' | 'text'>;
  readonly language: string | null;
  readonly title: string;
  readonly licence: string | null;
  readonly content: string;
}

export type RejectRecord = Omit<Row<'rejects'>, 'source'>;

/** Where an adapter puts its records. Every input record reaches exactly one of api, trajectory, document or a
 * reject of severity `rejected`; definitions and warnings come on top and are not counted as records in. */
export interface Sink {
  api(record: ApiRecord): void;
  definition(record: DefinitionRecord): void;
  /** `source` where the trajectory belongs to another source than the file that is read, e.g. openapi-examples. */
  trajectory(record: TrajectoryRecord, source?: string): void;
  document(record: DocumentRecord): void;
  reject(record: RejectRecord): void;
}

/** A file as an adapter sees it. */
export interface InputFile {
  /** Relative to the import root, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
