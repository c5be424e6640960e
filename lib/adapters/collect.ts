/** For tests: an adapter's records in lists. */
import type {
  ApiRecord,
  DefinitionRecord,
  DocumentRecord,
  InputFile,
  RejectRecord,
  Sink,
  TrajectoryRecord,
} from './records.ts';

export interface Collected {
  readonly apis: ApiRecord[];
  readonly definitions: DefinitionRecord[];
  readonly trajectories: TrajectoryRecord[];
  readonly documents: DocumentRecord[];
  readonly rejects: RejectRecord[];
}

/** @returns what `read` hands to its sink */
export function collect(read: (sink: Sink) => void): Collected {
  const found: Collected = { apis: [], definitions: [], trajectories: [], documents: [], rejects: [] };
  read({
    api: (record) => void found.apis.push(record),
    definition: (record) => void found.definitions.push(record),
    trajectory: (record) => void found.trajectories.push(record),
    document: (record) => void found.documents.push(record),
    reject: (record) => void found.rejects.push(record),
  });
  return found;
}

/** @param content text, or a value to be written as JSON */
export function inputFile(path: string, content: unknown): InputFile {
  if (content instanceof Uint8Array) return { path, bytes: content };
  return { path, bytes: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)) };
}
