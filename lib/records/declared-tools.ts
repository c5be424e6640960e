/** The tools that a record declares: as APIs of the catalogue, and as what its calls are judged by. */
import { apiFromDeclaration } from '../adapters/api-from-declaration.ts';
import type { ToolDeclaration } from '../adapters/declarations.ts';
import type { ApiRecord, TrajectoryRecord } from '../adapters/records.ts';
import type { Catalogue, CatalogueEntry } from '../audit/audit.ts';
import { apiId } from '../corpus/ids.ts';

/** Where a declaration names no tool, server or class. */
const NO_GROUP = 'declared';
/** Hexadecimal digits of a definition's hash in its api_id. */
const HASH_DIGITS = 8;
/** Declarations that are remembered, in characters of their raw text: the records of a dataset share theirs. */
const CACHE_CHARS = 4_000_000;

interface Declared {
  readonly entry: CatalogueEntry;
  /** Null where the source names an API of the catalogue. */
  readonly api: ApiRecord | null;
  /** As in trajectory_records.tools. */
  readonly json: string;
}

export interface DeclaredTools {
  /** In the order of the record's list. */
  readonly entries: readonly CatalogueEntry[];
  /** Without the ones that the catalogue has already; each once. */
  readonly apis: readonly ApiRecord[];
  /** JSON text of trajectory_records.tools; null where the record has no list. */
  readonly json: string | null;
}

const cache = new Map<string, Declared>();
let cachedChars = 0;

/**
 * @param hash SHA-256 of a text, in hexadecimal
 * @param catalogue knows the APIs that a source names itself
 */
export function declaredTools(
  record: TrajectoryRecord,
  source: string,
  hash: (text: string) => string,
  catalogue: Catalogue,
): DeclaredTools {
  if (record.tools === null) return { entries: [], apis: [], json: null };
  const found = record.tools.map((tool) => remembered(tool, source, hash));
  const apis = new Map<string, ApiRecord>();
  for (const { api } of found) if (api) apis.set(api.api.api_id, placed(api, record));
  return {
    entries: found.map(({ entry }) => (entry.tool.api_id === null ? entry : (catalogue.withId(entry.api_id) ?? entry))),
    apis: [...apis.values()],
    json: `[${found.map(({ json }) => json).join(',')}]`,
  };
}

/** What is remembered does not depend on the record that it was first seen in. */
function placed({ api, doc }: ApiRecord, { source_file, source_pointer, raw_format }: TrajectoryRecord): ApiRecord {
  return { api, doc: { ...doc, source_file, source_pointer, raw_format } };
}

function remembered(tool: ToolDeclaration, source: string, hash: (text: string) => string): Declared {
  const key = [source, tool.name, tool.group ?? '', tool.dialect, tool.api_id ?? '', tool.raw].join('\0');
  const known = cache.get(key);
  const declared = known ?? declare(tool, source, hash);
  // What was used last is forgotten last.
  if (known) cache.delete(key);
  else cachedChars += key.length;
  cache.set(key, declared);
  for (const oldest of cache.keys()) {
    if (cachedChars <= CACHE_CHARS) break;
    cache.delete(oldest);
    cachedChars -= oldest.length;
  }
  return declared;
}

/**
 * The id is `source/group/name~hash`. The hash is of what is declared, so that the same declaration has the same id in
 * every record and on every machine, and another declaration of the same name has another one.
 */
function declare(tool: ToolDeclaration, source: string, hash: (text: string) => string): Declared {
  const { name, description, dialect, parameters, returns } = tool;
  const group = tool.group ?? NO_GROUP;
  const digits = hash(JSON.stringify([description, dialect, parameters, returns])).slice(0, HASH_DIGITS);
  const id = tool.api_id ?? `${apiId({ provider: source, tool: group, name })}~${digits}`;
  const api = apiFromDeclaration(tool, {
    id,
    provider: source,
    tool: group,
    kind: 'function',
    source_file: '',
    source_pointer: '',
    raw_format: 'json',
  });
  return {
    entry: { api_id: id, tool },
    api: tool.api_id === null ? api : null,
    json: declaredJson(tool, id, api.api.schema_status),
  };
}

function declaredJson(tool: ToolDeclaration, api_id: string, schema_status: string): string {
  const { name, description, dialect, parameters } = tool;
  return JSON.stringify({ name, description, dialect, parameters: parameters ?? null, api_id, schema_status });
}
