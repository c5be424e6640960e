/** Turns an adapter's records into stage rows: adds ids, counts and tokens, and accounts for each record. */
import type {
  ApiRecord,
  DefinitionRecord,
  DocumentRecord,
  RejectRecord,
  Sink,
  TrajectoryRecord,
} from '../../lib/adapters/records.ts';
import { recordId } from '../../lib/corpus/ids.ts';
import type { Component, Row } from '../../lib/corpus/index.ts';
import { apiTerms } from '../../lib/search/api-terms.ts';
import { trajectoryTerms } from '../../lib/search/trajectory-terms.ts';
import type { WeightedTerm } from '../../lib/search/weighted-terms.ts';
import { fingerprint } from '../plan.ts';
import type { BuilderReason } from '../reasons.ts';
import { countTokens } from '../../lib/tokens/count-tokens.ts';
import { ownApis, type OwnApis } from './own-apis.ts';
import { indexed, INDEX_TABLE, type IndexRow } from './staged-catalogue.ts';
import { packedWeight } from './packed-weight.ts';
import { UnitWords } from './unit-words.ts';
import { textFingerprint } from './text-fingerprint.ts';
import { StageWriter, type StageFile, type StageTable } from './stage.ts';
import type { Catalogue } from '../../lib/audit/audit.ts';
import { trajectoryRows, type RowTools } from '../../lib/records/trajectory-rows.ts';
import { createHash } from 'node:crypto';

/** Records of one source within a unit. */
export interface SourceCounts {
  records_in: number;
  records_rejected: number;
  warnings: number;
}

/** What a finished unit says of itself. */
export interface UnitSummary {
  readonly key: string;
  readonly files: Readonly<Partial<Record<StageTable, StageFile>>>;
  readonly counts: Readonly<Record<string, SourceCounts>>;
}

/** Sources that records of a unit belong to. */
export interface SinkSources {
  readonly source: string;
  /** Where trajectories assembled from documentation go. */
  readonly examples: string;
}

/** The name by which adapters hand on trajectories assembled from documented examples. */
const EXAMPLES = 'openapi-examples';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

export class UnitSink implements Sink {
  readonly #writers = new Map<StageTable, StageWriter>();
  readonly #counts: Record<string, SourceCounts> = {};
  readonly #folder: string;
  readonly #unit: number;
  readonly #sources: SinkSources;
  readonly #own: OwnApis;
  readonly #rowTools: RowTools;
  #seq = 0;
  /** What several trajectories of the unit share is stored once: declared tools and blobs, by id. */
  readonly #shared = new Set<string>();
  readonly #words = { api: this.#wordsOf('api'), trajectory: this.#wordsOf('trajectory') };

  constructor(folder: string, unit: number, sources: SinkSources, catalogue: Catalogue) {
    this.#folder = folder;
    this.#unit = unit;
    this.#sources = sources;
    this.#own = ownApis();
    const known: Catalogue = {
      isEmpty: catalogue.isEmpty,
      named: (name) => catalogue.named(name),
      withId: (id) => this.#own.withId(id) ?? catalogue.withId(id),
    };
    this.#rowTools = { countTokens, hash, catalogue: known };
  }

  api(record: ApiRecord): void {
    const { source } = this.#sources;
    this.#count(source).records_in += 1;
    this.#own.note(record);
    this.#api(record, source, false);
  }

  #api({ api, doc }: ApiRecord, source: string, declared: boolean): void {
    const place = this.#place();
    const measured = {
      doc_tokens: countTokens(doc.document),
      _chars: doc.document.length,
      _bytes: Buffer.byteLength(doc.document),
      _licence: doc.licence,
      _file: doc.source_file,
    };
    this.#write('apis', { ...place, ...measured, declared, source }, api);
    this.#weigh('api', place, apiTerms(api, doc));
    const docs = this.#writer('api_docs');
    const at = docs.bytes;
    // A declaration is part of its trajectory's text, and not a text of its own.
    if (!declared) this.#fingerprint(place, 'documentation', [doc.document]);
    const repaired = docs.write({ ...place, _declared: declared }, doc, doc.api_id);
    if (repaired) this.#repaired(doc.source_file, doc.source_pointer, source);
    // What one trajectory declares is no documentation for the others.
    if (!declared) this.#index({ kind: 'api', api: indexed(api), at, bytes: docs.bytes - at });
  }

  definition(record: DefinitionRecord): void {
    const place = this.#place();
    this.#write('definition_keys', place, {
      definition_id: record.definition_id,
      hash: fingerprint(record.schema),
      source: this.#sources.source,
    });
    const definitions = this.#writer('definitions');
    const at = definitions.bytes;
    const repaired = definitions.write(place, { ...record, source: this.#sources.source }, record.definition_id);
    this.#index({ kind: 'definition', id: record.definition_id, at, bytes: definitions.bytes - at });
    if (repaired) this.#repaired(record.definition_id, '');
  }

  trajectory(record: TrajectoryRecord, target?: string): void {
    const source = target === EXAMPLES ? this.#sources.examples : (target ?? this.#sources.source);
    this.#count(source).records_in += 1;
    const place = this.#place();
    const {
      trajectory,
      steps,
      calls,
      declared,
      blobs,
      record: origin,
      chars,
    } = trajectoryRows(record, source, this.#rowTools);
    const { trajectory_id } = trajectory;
    const texts = textsOf(steps);
    const measured = {
      _chars: chars,
      _bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
      _step_tokens: steps.map(({ tokens }) => tokens),
    };
    let repaired = this.#write('trajectories', { ...place, ...measured }, trajectory);
    for (const step of steps) repaired = this.#write('steps', place, step, trajectory_id) || repaired;
    for (const call of calls) this.#write('calls', place, call);
    repaired = this.#write('trajectory_records', place, origin, trajectory_id) || repaired;
    this.#fingerprint(place, 'trajectories', texts);
    this.#weigh('trajectory', place, trajectoryTerms(steps));
    for (const blob of blobs) {
      if (this.#first('blob', blob.blob_id)) this.#write('blobs', this.#place(), blob, blob.blob_id);
    }
    for (const api of declared) if (this.#first('api', api.api.api_id)) this.#api(api, source, true);
    if (repaired) this.#repaired(record.source_file, record.source_pointer, source);
  }

  document({ record_id, content, ...record }: DocumentRecord): void {
    const { source } = this.#sources;
    this.#count(source).records_in += 1;
    const place = this.#place();
    const document_id = recordId(source, record_id);
    const sizes = { tokens: countTokens(content), chars: content.length, bytes: Buffer.byteLength(content) };
    this.#write('documents', { ...place, document_id, source }, { ...record, ...sizes });
    this.#fingerprint(place, record.component, [content]);
    if (this.#write('document_texts', place, { document_id, content }, document_id)) this.#repaired(record_id, '');
  }

  reject(record: RejectRecord): void {
    const { source } = this.#sources;
    if (record.severity === 'rejected') {
      this.#count(source).records_in += 1;
      this.#count(source).records_rejected += 1;
    } else this.#count(source).warnings += 1;
    this.#write('rejects', { source }, record);
  }

  close(key: string): UnitSummary {
    for (const words of Object.values(this.#words)) words.flush();
    const files: Partial<Record<StageTable, StageFile>> = {};
    for (const [table, writer] of this.#writers) files[table] = writer.close();
    return { key, files, counts: this.#counts };
  }

  /** @returns whether this is the first time that the unit meets the id */
  #first(kind: string, id: string): boolean {
    const key = `${kind} ${id}`;
    if (this.#shared.has(key)) return false;
    this.#shared.add(key);
    return true;
  }

  #place(): { _unit: number; _seq: number } {
    return { _unit: this.#unit, _seq: this.#seq++ };
  }

  #count(source: string): SourceCounts {
    return (this.#counts[source] ??= { records_in: 0, records_rejected: 0, warnings: 0 });
  }

  #write(table: StageTable, head: object, row: object, id?: string): boolean {
    return this.#writer(table).write(head, row, id);
  }

  #fingerprint(place: object, component: Component, texts: readonly string[]): void {
    this.#write('fingerprints', { ...place, component }, textFingerprint(texts));
  }

  /** The terms of a record, for the search index: numbers of words, which are written once a unit, and packed weights. */
  #weigh(kind: 'api' | 'trajectory', place: object, terms: readonly WeightedTerm[]): void {
    const words = this.#words[kind];
    words.begin();
    this.#write(`${kind}_weights`, place, {
      word: terms.map(({ term }) => words.wordOf(term)),
      weight: terms.map(({ weight, fields }) => packedWeight(weight, fields)),
    });
  }

  #wordsOf(kind: 'api' | 'trajectory'): UnitWords {
    return new UnitWords((first, terms) => this.#write(`${kind}_words`, { _unit: this.#unit }, { first, terms }));
  }

  #index(row: IndexRow): void {
    this.#write(INDEX_TABLE, {}, row);
  }

  #writer(table: StageTable): StageWriter {
    let writer = this.#writers.get(table);
    if (writer === undefined) this.#writers.set(table, (writer = new StageWriter(this.#folder, table)));
    return writer;
  }

  #repaired(file: string, position: string, source = this.#sources.source): void {
    this.#count(source).warnings += 1;
    const message = 'The text is not valid Unicode (half of a surrogate pair): U+FFFD stands in its place.';
    const row = {
      source,
      file,
      position,
      severity: 'warning',
      reason: 'malformed-unicode' satisfies BuilderReason,
      message,
      raw: null,
    } satisfies Row<'rejects'>;
    this.#write('rejects', {}, row);
  }
}

/** All that is counted as tokens, in order. */
function textsOf(steps: readonly Row<'steps'>[]): string[] {
  return steps.flatMap(({ content, reasoning, calls }) => [
    content ?? '',
    reasoning ?? '',
    ...calls.flatMap((call) => [call.tool_name, call.arguments ?? '']),
  ]);
}
