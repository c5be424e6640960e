/** The APIs that documentation units have staged, found by name or id when a call asks for them. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import type { ApiRecord } from '../../lib/adapters/records.ts';
import type { Catalogue, CatalogueEntry } from '../../lib/audit/audit.ts';
import { entryFromApi, type ApiRows } from '../../lib/audit/catalogue-entry.ts';
import { tables } from '../../lib/corpus/index.ts';
import { definitionId, parseApiId } from '../../lib/corpus/ids.ts';
import type { StageTable } from './stage.ts';

/** What a call is linked by. */
export type IndexedApi = ApiRows['api'];

/** @returns that part of an API's row */
export function indexed({ api_id, name, tool, kind, domain, summary }: ApiRecord['api']): IndexedApi {
  return { api_id, name, tool, kind, domain, summary };
}

/** Where a row of a stage file is: enough to find it among a hundred thousand without reading them. */
export type IndexRow = { readonly at: number; readonly bytes: number } & (
  { readonly kind: 'api'; readonly api: IndexedApi } | { readonly kind: 'definition'; readonly id: string }
);

/** Stage file of the index, beside those that it is of. */
export const INDEX_TABLE = 'api_index' satisfies StageTable;

/** Rows with nothing in them: what is null is not staged. */
const NOTHING = {
  api_docs: nothingOf(tables.api_docs.columns),
  definitions: nothingOf(tables.definitions.columns),
};

function nothingOf(columns: object): Record<string, null> {
  return Object.fromEntries(Object.keys(columns).map((name) => [name, null]));
}

/** Entries that are kept: the calls of a source go to the same few APIs. */
const KEPT_ENTRIES = 2_000;

type Place = { readonly folder: string; readonly at: number; readonly bytes: number };
type ApiPlace = Place & { readonly api: IndexedApi };

interface Index {
  readonly byName: ReadonlyMap<string, readonly ApiPlace[]>;
  readonly byId: ReadonlyMap<string, ApiPlace>;
  readonly definitions: ReadonlyMap<string, Place>;
}

/** A catalogue whose files are opened when it is first asked. */
export interface StagedCatalogue extends Catalogue {
  close(): void;
}

/** @param folders of the units that have staged documentation, in order of input */
export function stagedCatalogue(folders: readonly string[]): StagedCatalogue {
  let index: Index | null = null;
  const files = new Map<string, number>();
  const kept = new Map<string, CatalogueEntry>();
  const read = (place: Place, table: 'api_docs' | 'definitions'): Record<string, unknown> => {
    const file = path.join(place.folder, `${table}.ndjson`);
    let fd = files.get(file);
    if (fd === undefined) files.set(file, (fd = openSync(file, 'r')));
    const row = Buffer.allocUnsafe(place.bytes);
    readSync(fd, row, 0, place.bytes, place.at);
    return { ...NOTHING[table], ...(JSON.parse(row.toString('utf8')) as object) };
  };
  const entryOf = (place: ApiPlace): CatalogueEntry => {
    const { api_id } = place.api;
    const known = kept.get(api_id);
    if (known !== undefined) return known;
    const doc = read(place, 'api_docs') as unknown as ApiRecord['doc'];
    const tool = parseApiId(api_id);
    const entry = entryFromApi({ api: place.api, doc }, (name) => {
      const found = tool === null ? undefined : index!.definitions.get(definitionId({ ...tool, name }));
      return found === undefined ? null : (read(found, 'definitions')['schema'] as string);
    });
    if (kept.size >= KEPT_ENTRIES) kept.clear();
    kept.set(api_id, entry);
    return entry;
  };
  return {
    isEmpty: folders.length === 0,
    named: (name) => ((index ??= readIndex(folders)).byName.get(name) ?? []).map(entryOf),
    withId: (id) => {
      const place = (index ??= readIndex(folders)).byId.get(id);
      return place === undefined ? null : entryOf(place);
    },
    close: () => {
      for (const fd of files.values()) closeSync(fd);
      files.clear();
    },
  };
}

function readIndex(folders: readonly string[]): Index {
  const byName = new Map<string, ApiPlace[]>();
  const byId = new Map<string, ApiPlace>();
  const definitions = new Map<string, Place>();
  for (const folder of folders) {
    for (const line of readFileSync(path.join(folder, `${INDEX_TABLE}.ndjson`), 'utf8').split('\n')) {
      if (line === '') continue;
      const row = JSON.parse(line) as IndexRow;
      const { at, bytes } = row;
      if (row.kind === 'definition') {
        if (!definitions.has(row.id)) definitions.set(row.id, { folder, at, bytes });
        continue;
      }
      const place = { folder, at, bytes, api: row.api };
      // Of two records that claim an id, the first keeps it (builder/write/twins.ts).
      if (byId.has(row.api.api_id)) continue;
      byId.set(row.api.api_id, place);
      const named = byName.get(row.api.name);
      if (named === undefined) byName.set(row.api.name, [place]);
      else named.push(place);
    }
  }
  return { byName, byId, definitions };
}
