/** corpus.json: what a corpus is, and where its tables are. The first screen is drawn from it alone. */
import * as z from 'zod/mini';
import { COMPONENTS, FORMAT, FORMAT_VERSION, tableNames, type TableName } from './tables.ts';

const count = z.number().check(z.nonnegative());

/** One Parquet file of a table. Paths are relative to corpus.json. */
const shard = z.object({
  path: z.string(),
  rows: count,
  bytes: count,
  sha256: z.string(),
  /** First and last value of the table's first sort column, in order of code points. */
  first_id: z.string(),
  last_id: z.string(),
});

const tableEntry = z.object({ rows: count, bytes: count, shards: z.array(shard) });

const componentCounts = z.object({ records: count, tokens: count, chars: count });

const source = z.object({
  source: z.string(),
  title: z.string(),
  description: z.string(),
  /** Where it is from, for people: package and version, or folder. Not fetched. */
  origin: z.string(),
  version: z.nullable(z.string()),
  /** SPDX expression, or words. */
  licence: z.string(),
  licence_note: z.nullable(z.string()),
  /** True where the trajectories were assembled from documentation and not recorded. */
  constructed: z.boolean(),
  records_in: count,
  records_stored: count,
  records_rejected: count,
  warnings: count,
  /** Per component that the source contributes to. */
  components: z.partialRecord(z.enum(COMPONENTS), componentCounts),
});

export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  /** Short name, used in links: [a-z0-9-]+. */
  name: z.string(),
  title: z.string(),
  description: z.string(),
  licence: z.string(),
  /** Time of the newest input, ISO 8601, so that the same input gives the same bytes; null where unknown. */
  created: z.nullable(z.string()),
  /** Builder that wrote it, e.g. forge 0.1.0. */
  builder: z.string(),
  tokenizer: z.string(),
  sources: z.array(source),
  totals: z.object({
    apis: count,
    providers: count,
    tools: count,
    apis_called: count,
    trajectories: count,
    steps: count,
    calls: count,
    documents: count,
    tokens: count,
    rejected: count,
    warnings: count,
    /** Per component, over all sources. */
    components: z.partialRecord(z.enum(COMPONENTS), componentCounts),
    /** APIs per domain, method, kind and schema status, most first, for the overview. */
    apis_by: z.record(z.string(), z.array(z.object({ value: z.nullable(z.string()), apis: count, tokens: count }))),
  }),
  tables: z.partialRecord(z.enum(tableNames as [TableName, ...TableName[]]), tableEntry),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Shard = z.infer<typeof shard>;
export type Source = z.infer<typeof source>;

export type ManifestProblem =
  | { readonly kind: 'not-a-corpus'; readonly detail: string }
  | { readonly kind: 'newer-version'; readonly version: number };

/**
 * Reads a parsed corpus.json.
 * @param value what JSON.parse returned
 * @returns the manifest, or what is wrong with it. A newer version is told apart from a file that is no corpus.
 */
export function readManifest(value: unknown): { readonly manifest: Manifest } | { readonly problem: ManifestProblem } {
  if (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === FORMAT &&
    'version' in value
  ) {
    if (typeof value.version === 'number' && value.version > FORMAT_VERSION) {
      return { problem: { kind: 'newer-version', version: value.version } };
    }
  }
  const parsed = manifestSchema.safeParse(value);
  if (parsed.success) return { manifest: parsed.data };
  const detail = parsed.error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'corpus.json'}: ${issue.message}`)
    .join('; ');
  return { problem: { kind: 'not-a-corpus', detail } };
}

/**
 * The shards of a table that may hold an id, by the manifest's ranges alone.
 * @param shards shards of one table, in order
 * @param id value of the table's first sort column
 */
export function shardsOf(shards: readonly Shard[], id: string): Shard[] {
  return shards.filter((entry) => compareIds(entry.first_id, id) <= 0 && compareIds(id, entry.last_id) <= 0);
}

/** Order of ids by code point, as DuckDB's binary collation sorts UTF-8. */
export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return codePointOrder(left) - codePointOrder(right);
  }
  return a.length - b.length;
}

/** Code units in order of the code points they stand for: surrogates come after U+E000 to U+FFFF. */
function codePointOrder(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
