/** corpus.json: what a corpus is, and where its tables are. The first screen is drawn from it alone. */
import * as v from 'valibot';
import { COMPONENTS, FORMAT, FORMAT_VERSION, tableNames } from './tables.ts';

const count = v.pipe(v.number(), v.minValue(0));

/** A count with its meaning, which docs/corpus-format.md shows. */
const counted = (doc: string) => v.pipe(count, v.description(doc));
const text = (doc: string) => v.pipe(v.string(), v.description(doc));
const textOrNull = (doc: string) => v.pipe(v.nullable(v.string()), v.description(doc));

/** One Parquet file of a table. */
const shard = v.object({
  path: text('Relative to corpus.json.'),
  rows: counted('Rows of the file.'),
  bytes: counted('Bytes of the file.'),
  sha256: text('Of the file, in hexadecimal.'),
  first_id: text(
    'First value of the table\u2019s first sort column, in order of code points; empty where there are no rows.',
  ),
  last_id: text('Last value of that column.'),
});

const tableEntry = v.object({
  rows: counted('Rows of all shards.'),
  bytes: counted('Bytes of all shards.'),
  shards: v.pipe(v.array(shard), v.description('Parquet files, in order.')),
});

const componentCounts = v.object({
  records: counted('APIs, trajectories or documents.'),
  tokens: counted('Tokens, as `tokenizer` counts them.'),
  chars: counted('Characters (UTF-16 code units).'),
});

const source = v.object({
  source: text('Short name; the value of the column `source` of the tables.'),
  title: text('For people.'),
  description: text('For people.'),
  origin: text('Where it is from, for people: package and version, or folder. Not fetched.'),
  version: textOrNull('Version of its origin.'),
  licence: text('SPDX expression, or words.'),
  licence_note: textOrNull('What the expression leaves out.'),
  stage: v.pipe(
    v.optional(v.nullable(v.string()), null),
    v.description('Training stage that the source states, e.g. pre-training; null where it states none.'),
  ),
  constructed: v.pipe(
    v.boolean(),
    v.description('True where the trajectories were assembled from documentation and not recorded.'),
  ),
  records_in: counted('Records read: stored and rejected ones.'),
  records_stored: counted('Records in the tables.'),
  records_rejected: counted('Rows of `rejects` of severity rejected.'),
  warnings: counted('Rows of `rejects` of severity warning.'),
  components: v.pipe(
    v.record(v.picklist(COMPONENTS), componentCounts),
    v.description('Per component that the source contributes to.'),
  ),
});

const totals = v.object({
  apis: counted('APIs.'),
  providers: counted('Providers of APIs.'),
  tools: counted('Tools: pairs of provider and tool.'),
  apis_called: counted('APIs that a trajectory calls.'),
  trajectories: counted('Trajectories.'),
  steps: counted('Steps of trajectories.'),
  calls: counted('Calls of trajectories.'),
  documents: counted('Documents of the components code and text.'),
  tokens: counted('Tokens of all components.'),
  rejected: counted('Records rejected.'),
  warnings: counted('Warnings.'),
  components: v.pipe(
    v.record(v.picklist(COMPONENTS), componentCounts),
    v.description('Per component, over all sources.'),
  ),
  apis_by: v.pipe(
    v.record(
      v.string(),
      v.array(
        v.object({
          value: textOrNull('Value of the column.'),
          apis: counted('APIs that have it.'),
          tokens: counted('Tokens of their documentation.'),
        }),
      ),
    ),
    v.description(
      'APIs per domain, method, kind, schema_status and provider: the 40 most frequent values, most first.',
    ),
  ),
});

export const manifestSchema = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.description('Version of the format.')),
  name: text('Short name, used in links: [a-z0-9-]+.'),
  title: text('For people.'),
  description: text('For people.'),
  licence: text('SPDX expression, or words.'),
  created: textOrNull(
    'Time of the newest input, ISO 8601, so that the same input gives the same bytes; null where unknown.',
  ),
  builder: text('Program that wrote it, e.g. forge 0.1.0.'),
  tokenizer: text('Encoding by which tokens are counted, e.g. o200k_base.'),
  sources: v.pipe(v.array(source), v.description('Where the records are from.')),
  totals: v.pipe(totals, v.description('The numbers of the first screen.')),
  tables: v.pipe(v.record(v.picklist(tableNames), tableEntry), v.description('Tables by name.')),
});

export type Manifest = v.InferOutput<typeof manifestSchema>;
export type Shard = v.InferOutput<typeof shard>;
export type Source = v.InferOutput<typeof source>;

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
  const parsed = v.safeParse(manifestSchema, value);
  if (parsed.success) return { manifest: parsed.output };
  const detail = parsed.issues
    .slice(0, 3)
    .map((issue) => `${v.getDotPath(issue) ?? 'corpus.json'}: ${issue.message}`)
    .join('; ');
  return { problem: { kind: 'not-a-corpus', detail } };
}
