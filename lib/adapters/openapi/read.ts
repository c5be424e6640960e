/** OpenAPI 3.0, 3.1 and Swagger 2, in JSON or YAML: one file is one document, each of its operations one API. */
import { apiId, definitionId, type ApiKey } from '../../corpus/index.ts';
import { isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import { Memo } from '../memo.ts';
import { messageOf, report, type Problem } from '../reasons.ts';
import type { ApiRecord, InputFile, Sink } from '../records.ts';
import { pointer } from '../text/pointer.ts';
import { apiRecord, type DocumentContext } from './api-record.ts';
import { DocumentTexts } from './document-text.ts';
import { documentedCall, type DocumentedCall } from './documented-call.ts';
import {
  chainTrajectory,
  exampleTrajectories,
  EXAMPLES_SOURCE,
  resourcePairs,
  type TrajectoryOrigin,
} from './examples.ts';
import { domainOf, licenceOf, toolIdentity, type ToolIdentity } from './identity.ts';
import { METHODS, type Operation } from './model.ts';
import { openDocument, type OpenDocument } from './open-document.ts';
import { referenceOf } from './references.ts';
import { Schemas } from './schemas.ts';
import { Shapes } from './shape.ts';

/**
 * Reads one document. Never throws for what a file holds: each operation becomes an API or a reject, and a file that
 * cannot be read becomes one reject.
 * @param file the document; its path tells JSON from YAML, and names the provider where the document does not
 * @param sink receives APIs in the order of the document, each followed by the trajectories that its examples make
 *   (source `openapi-examples`); then trajectories of several APIs, and the named schemas that the APIs refer to
 */
export function readOpenApi(file: InputFile, sink: Sink): void {
  const tell = (problem: Problem): void => report(sink, file.path, problem);
  const document = openDocument(file, tell);
  if (document) new DocumentReader(document, sink, tell).read();
}

/** An operation that was found, before it is read. */
interface Found {
  readonly method: string;
  readonly path: string;
  readonly keys: readonly [string, string, string];
  readonly item: JsonObject;
  readonly operation: unknown;
}

class DocumentReader {
  readonly #document: OpenDocument;
  readonly #sink: Sink;
  readonly #tell: (problem: Problem) => void;
  readonly #identity: ToolIdentity;
  readonly #context: DocumentContext;
  readonly #names = new Set<string>();
  readonly #calls: DocumentedCall[] = [];
  readonly #pointers = new Map<DocumentedCall, string>();

  constructor(document: OpenDocument, sink: Sink, tell: (problem: Problem) => void) {
    const { file, parsed, root, references } = document;
    this.#document = document;
    this.#sink = sink;
    this.#tell = tell;
    this.#identity = toolIdentity(root, file);
    const info = objectOf(root['info']);
    const shapes = new Shapes(references);
    this.#context = {
      file,
      schemas: new Schemas(references),
      shapes,
      texts: new DocumentTexts(shapes),
      parameterRows: new Memo(),
      propertyRows: new Memo(),
      title: textOf(info['title']),
      version: info['version'] === undefined ? null : String(info['version']),
      domain: domainOf(root),
      licence: licenceOf(root),
      security: root['security'],
      rawFormat: parsed.format,
    };
  }

  read(): void {
    let found = 0;
    for (const place of this.#operations()) {
      found++;
      this.#operation(place);
    }
    this.#chains();
    for (const { pointer: position, raw } of this.#document.parsed.lost) {
      if (isMethod(position.slice(position.lastIndexOf('/') + 1))) this.#lost(position, raw);
    }
    this.#definitions();
    if (found > 0) return;
    const message = 'The document describes no operation under `paths`.';
    this.#tell({ severity: 'warning', reason: 'no-operations', position: '/paths', message, raw: null });
  }

  #definitions(): void {
    const found: { name: string; schema: string }[] = [];
    try {
      for (const definition of this.#context.schemas.definitions()) found.push(definition);
    } catch (error) {
      const message = `A named schema could not be read, nor those after it: ${messageOf(error)}`;
      this.#tell({ severity: 'warning', reason: 'document-failed', position: '', message, raw: null });
    }
    for (const { name, schema } of found) {
      this.#sink.definition({ definition_id: definitionId({ ...this.#identity, name }), name, schema });
    }
  }

  *#operations(): Generator<Found> {
    for (const [path, entry] of Object.entries(objectOf(this.#document.root['paths']))) {
      if (path.startsWith('x-')) continue;
      const item = this.#item(path, entry);
      for (const key of Object.keys(item)) {
        if (isMethod(key))
          yield { method: key.toUpperCase(), path, keys: ['paths', path, key], item, operation: item[key] };
      }
    }
  }

  /** A path's item; where it is a reference, what it refers to with its own members over it. */
  #item(path: string, entry: unknown): JsonObject {
    const position = pointer('paths', path);
    if (referenceOf(entry) !== null)
      return { ...this.#document.references.object(entry, () => position), ...objectOf(entry) };
    if (isObject(entry)) return entry;
    this.#notAnObject(position, entry);
    return {};
  }

  #notAnObject(position: string, value: unknown): void {
    const message = 'An object is expected here.';
    this.#tell({
      severity: 'rejected',
      reason: 'not-an-operation',
      position,
      message,
      raw: JSON.stringify(value) ?? null,
    });
  }

  #lost(position: string, raw: string): void {
    const message = 'The operation was replaced by a later one with the same path and method.';
    this.#tell({ severity: 'rejected', reason: 'duplicate-key', position, message, raw });
  }

  #operation(found: Found): void {
    const position = pointer(...found.keys);
    if (!isObject(found.operation)) return this.#notAnObject(position, found.operation);
    let read: { readonly record: ApiRecord; readonly call: DocumentedCall | null };
    try {
      read = this.#record(found, found.operation, position);
    } catch (error) {
      const raw = rawOrNull(() => this.#document.parsed.rawOf(found.keys, found.operation));
      const message = `The operation could not be read: ${messageOf(error)}`;
      return this.#tell({ severity: 'rejected', reason: 'operation-failed', position, message, raw });
    }
    this.#sink.api(read.record);
    if (read.call) this.#trajectories(read.call, position);
  }

  #trajectories(call: DocumentedCall, position: string): void {
    this.#calls.push(call);
    this.#pointers.set(call, position);
    for (const one of exampleTrajectories(call, this.#origin(call))) this.#sink.trajectory(one, EXAMPLES_SOURCE);
  }

  #chains(): void {
    for (const [list, read] of resourcePairs(this.#calls)) {
      this.#sink.trajectory(chainTrajectory(list, read, this.#origin(read)), EXAMPLES_SOURCE);
    }
  }

  #origin(call: DocumentedCall): TrajectoryOrigin {
    return { domain: this.#context.domain, file: this.#context.file, pointer: this.#pointers.get(call) ?? '' };
  }

  #record(found: Found, declared: JsonObject, position: string): { record: ApiRecord; call: DocumentedCall | null } {
    const { method, path, item } = found;
    const read = this.#document.dialect.read({ pointer: position, item, operation: declared });
    const operation: Operation = { method, path, pointer: position, declared, ...read };
    const key = this.#key(operation, position);
    const raw = this.#document.parsed.rawOf(found.keys, declared);
    const id = apiId(key);
    return { record: apiRecord(key, id, operation, raw, this.#context), call: documentedCall(id, key.name, operation) };
  }

  /** The operation's identity: a name that is taken gets a number. */
  #key({ declared, method, path }: Operation, position: string): ApiKey {
    const wanted = textOf(declared['operationId']) ?? `${method} ${path}`;
    let name = wanted;
    for (let number = 2; this.#names.has(name); number++) name = `${wanted}~${number}`;
    this.#names.add(name);
    if (name !== wanted) {
      const message = `The id ${JSON.stringify(wanted)} is taken by another operation of the document; this one is ${JSON.stringify(name)}.`;
      this.#tell({ severity: 'warning', reason: 'duplicate-id', position, message, raw: wanted });
    }
    return { ...this.#identity, name };
  }
}

function isMethod(key: string): boolean {
  return (METHODS as readonly string[]).includes(key.toLowerCase());
}

function rawOrNull(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
