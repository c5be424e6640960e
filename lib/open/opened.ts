/** What opening raw files gives: the same rows as a corpus has, held in memory. */
import type { ApiRecord } from '../adapters/records.ts';
import type { Row } from '../corpus/index.ts';
import type { TrajectoryRows } from '../records/trajectory-rows.ts';

/** One file, or an entry of an archive, and what became of it. */
export interface OpenedFile {
  readonly path: string;
  /** Bytes, packed as they came. */
  readonly bytes: number;
  /** Name and title of the format it was read as; null where none fits. */
  readonly format: string | null;
  readonly title: string | null;
  /** By what marks the format was recognised, or why it was not. */
  readonly reason: string;
  /** Other formats that would fit, the surest first. */
  readonly alternatives: readonly string[];
  readonly trajectories: number;
  readonly apis: number;
  readonly rejected: number;
  readonly warnings: number;
}

/** A row of the list. */
export type OpenedTrajectory = TrajectoryRows['trajectory'];

export type OpenedReject = Omit<Row<'rejects'>, 'source'>;

/** What the page is told of all files; the rest it asks for one by one. */
export interface OpenedSummary {
  readonly files: readonly OpenedFile[];
  readonly trajectories: readonly OpenedTrajectory[];
  readonly rejects: readonly OpenedReject[];
  /** APIs that the files document or declare. */
  readonly apis: readonly OpenedApi[];
  /** Files were left unread, or read in part, since memory is bounded; null where all is there. */
  readonly stopped: string | null;
}

export type OpenedApi = Pick<Row<'api_docs'>, 'api_id' | 'description'> & {
  readonly name: string;
  readonly declared: boolean;
};

/** An API as the inspector shows it beside a call. */
export interface OpenedApiRecord extends ApiRecord {
  readonly declared: boolean;
}

export interface OpenProgress {
  /** Bytes read, and in all. */
  readonly read: number;
  readonly total: number;
  readonly trajectories: number;
  readonly file: string;
}
