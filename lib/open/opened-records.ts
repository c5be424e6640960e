/** Collects what adapters hand on from opened files, as rows. */
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { ApiRecord, RejectRecord, Sink, TrajectoryRecord } from '../adapters/records.ts';
import type { Catalogue, CatalogueEntry } from '../audit/audit.ts';
import { entryFromApi } from '../audit/catalogue-entry.ts';
import { definitionId, parseApiId } from '../corpus/ids.ts';
import type { Row } from '../corpus/index.ts';
import { trajectoryRows, type RowTools, type TrajectoryRows } from '../records/trajectory-rows.ts';

export interface OpenedRecordsOptions {
  readonly countTokens: RowTools['countTokens'];
  /** Characters that are held at most. */
  readonly limit: number;
}

/** Characters of one trajectory are held about three times: as text, as rows, and as the record's own text. */
const HELD_TIMES = 3;

/** Everything that opened files hold, by id. */
export class OpenedRecords {
  readonly trajectories = new Map<string, TrajectoryRows>();
  readonly apis = new Map<string, { readonly record: ApiRecord; readonly declared: boolean }>();
  readonly blobs = new Map<string, Row<'blobs'>>();
  readonly rejects: RejectRecord[] = [];
  readonly #options: OpenedRecordsOptions;
  readonly #definitions = new Map<string, string>();
  /** Ids of documented APIs by name. */
  readonly #byName = new Map<string, string[]>();
  readonly #entries = new Map<string, CatalogueEntry>();
  #held = 0;

  constructor(options: OpenedRecordsOptions) {
    this.#options = options;
  }

  /** Whether no more is taken in: memory is bounded. */
  get isFull(): boolean {
    return this.#held > this.#options.limit;
  }

  /** @returns a sink for the records of one source */
  sink(source: string): Sink {
    return {
      api: (record) => this.#api(record, false),
      definition: ({ definition_id, schema }) => void this.#definitions.set(definition_id, schema),
      trajectory: (record) => this.#trajectory(record, source),
      document: () => {},
      reject: (record) => void this.rejects.push(record),
    };
  }

  #api(record: ApiRecord, declared: boolean): void {
    const { api_id, name } = record.api;
    if (this.apis.has(api_id)) return;
    this.apis.set(api_id, { record, declared });
    this.#held += record.doc.raw.length;
    // What one trajectory declares is no catalogue for the others.
    if (declared) return;
    const named = this.#byName.get(name);
    if (named === undefined) this.#byName.set(name, [api_id]);
    else named.push(api_id);
  }

  /** @returns JSON text of a named schema, or null */
  definition(id: string): string | null {
    return this.#definitions.get(id) ?? null;
  }

  /** Made when a call asks for it: named schemas follow the operations that refer to them. */
  #entry(id: string): CatalogueEntry | null {
    const known = this.#entries.get(id);
    if (known !== undefined) return known;
    const api = this.apis.get(id);
    const key = parseApiId(id);
    if (api === undefined || api.declared) return null;
    const schema = (name: string): string | null =>
      key === null ? null : (this.#definitions.get(definitionId({ ...key, name })) ?? null);
    const entry = entryFromApi(api.record, schema);
    this.#entries.set(id, entry);
    return entry;
  }

  #trajectory(record: TrajectoryRecord, source: string): void {
    const rows = trajectoryRows(record, source, this.#tools);
    const { trajectory_id: wanted } = rows.trajectory;
    let id = wanted;
    for (let n = 2; this.trajectories.has(id); n++) id = `${wanted}~${n}`;
    this.trajectories.set(id, id === wanted ? rows : withId(rows, id));
    this.#held += HELD_TIMES * rows.chars;
    for (const blob of rows.blobs) this.blobs.set(blob.blob_id, blob);
    for (const api of rows.declared) this.#api(api, true);
  }

  get #tools(): RowTools {
    const catalogue: Catalogue = {
      isEmpty: this.#byName.size === 0,
      named: (name) => (this.#byName.get(name) ?? []).flatMap((id) => this.#entry(id) ?? []),
      withId: (id) => this.#entry(id),
    };
    return {
      countTokens: this.#options.countTokens,
      hash: (text) => bytesToHex(sha256(utf8ToBytes(text.toWellFormed()))),
      catalogue,
    };
  }
}

function withId(rows: TrajectoryRows, trajectory_id: string): TrajectoryRows {
  return {
    ...rows,
    trajectory: { ...rows.trajectory, trajectory_id },
    steps: rows.steps.map((step) => ({ ...step, trajectory_id })),
    calls: rows.calls.map((call) => ({ ...call, trajectory_id })),
    record: { ...rows.record, trajectory_id },
  };
}
