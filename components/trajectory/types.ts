import type { QueryRow, Row } from '@/lib/corpus';
import type { Whole } from '@/lib/export';
import type { apiCalls, apiDoc } from '@/lib/queries/api-record';
import type { trajectoryBlob, trajectoryRaw, trajectoryRecord } from '@/lib/queries/trajectory-record';
import type { StepPlace } from '@/lib/url';

export type TrajectoryRow = Row<'trajectories'>;
export type StepRow = Row<'steps'>;
export type StepCall = StepRow['calls'][number];
export type Finding = StepRow['findings'][number];
export type Attachment = StepRow['attachments'][number];
export type CallRow = Row<'calls'>;
export type RecordHead = QueryRow<ReturnType<typeof trajectoryRecord>>;
export type RawRecord = QueryRow<ReturnType<typeof trajectoryRaw>>;
export type BlobText = QueryRow<ReturnType<typeof trajectoryBlob>>;
export type CallDoc = QueryRow<ReturnType<typeof apiDoc>>;
export type OtherCall = QueryRow<ReturnType<typeof apiCalls>>;

/** Links out of a trajectory; made by the view, since they carry the open corpus and the list's filter. */
export interface TrajectoryLinks {
  readonly trajectory: (id: string, at?: number | StepPlace | null) => string;
  readonly api: (id: string) => string;
  /** The list narrowed to one source. */
  readonly source: (source: string) => string;
  readonly list: string;
}

/** Links out of a trajectory of a corpus. */
export interface CorpusLinks extends TrajectoryLinks {
  /** Beside another trajectory; without one, the choice of it. */
  readonly compare: (id: string, other: string | null) => string;
}

/**
 * What the inspector reads when it is looked at, be it of a corpus or of an opened file. Each gives the same promise for
 * the same question, as React's `use` wants it, until it has failed and `retry` was called.
 */
export interface InspectorReads {
  /** What the trajectory was read from, the raw record apart; null where the corpus does not have it. */
  readonly record: () => Promise<RecordHead | null>;
  readonly raw: () => Promise<RawRecord | null>;
  readonly doc: (apiId: string) => Promise<CallDoc | null>;
  readonly api: (apiId: string) => Promise<Row<'apis'> | null>;
  /** JSON text of a named schema of the API's tool. */
  readonly definition: (apiId: string, name: string) => Promise<string | null>;
  /** Calls to an API in all trajectories; null where there is no corpus to look in. */
  readonly otherCalls: ((apiId: string) => Promise<readonly OtherCall[]>) | null;
  readonly blob: (blobId: string) => Promise<BlobText | null>;
  /** All of it, for copies and downloads. */
  readonly whole: () => Promise<Whole>;
  /** Forgets what failed. */
  readonly retry: () => void;
}
