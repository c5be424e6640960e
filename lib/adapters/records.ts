/**
 * What an adapter hands on. The receiver (the builder, or the browser for an opened file) adds what only it knows:
 * source, token counts, calls counted, row numbers.
 */
import type { Component, Row } from '../corpus/index.ts';
import type { GoldCall, ToolDeclaration } from './declarations.ts';

/** One API: its row of the catalogue, and its documentation. */
export interface ApiRecord {
  readonly api: Omit<
    Row<'apis'>,
    'api_no' | 'doc_tokens' | 'n_calls' | 'n_trajectories' | 'n_invalid' | 'declared' | 'source'
  >;
  readonly doc: Row<'api_docs'>;
}

/** A named schema that APIs refer to. */
export type DefinitionRecord = Omit<Row<'definitions'>, 'source'>;

/** A large text of a step that is stored apart; the receiver gives it its id. */
export interface AttachedText {
  /** Field of the source, e.g. raw_html. */
  readonly name: string;
  readonly media_type: string;
  readonly encoding: 'text' | 'base64';
  readonly content: string;
}

/** One message; the receiver adds position, tokens and what the audit finds. */
export type StepRecord = Omit<Row<'steps'>, 'trajectory_id' | 'step' | 'tokens' | 'findings' | 'attachments'> & {
  readonly attachments: readonly AttachedText[];
};

export type CallRecord = StepRecord['calls'][number];

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
  parent_step: null,
  on_answer_path: true,
  agent: null,
  at: null,
  seconds: null,
  pairing: null,
  truncated: false,
  parts: null,
  attachments: [],
  metrics: null,
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
  /** Name of the adapter. */
  readonly format: string;
  /** Record id, within the same source, of the trajectory that this one continues or was started by. */
  readonly parent: string | null;
  readonly source_file: string;
  /** JSON pointer, line or row within the file; empty for the whole file. */
  readonly source_pointer: string;
  /** What the generic reader guessed. */
  readonly guessed: string | null;
  /** Tools that the record declares; null where it has no list, which is not the same as an empty one. */
  readonly tools: readonly ToolDeclaration[] | null;
  readonly gold: readonly GoldCall[] | null;
  /** Fields that no column holds: JSON text of an object. */
  readonly metadata: string | null;
  readonly raw_format: string;
  readonly raw: string;
  /**
   * Steps in order. A step without `parent_step` continues the one before, unless `branches` is set: then parent_step
   * is taken as it stands.
   */
  readonly branches: boolean;
  readonly steps: readonly StepRecord[];
}

/** A trajectory of which nothing is known yet: an adapter says what its source says. */
export const EMPTY_TRAJECTORY = {
  record_id: null,
  domain: null,
  model: null,
  outcome: null,
  reward: null,
  parent: null,
  guessed: null,
  tools: null,
  gold: null,
  metadata: null,
  branches: false,
} satisfies Partial<TrajectoryRecord>;

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
