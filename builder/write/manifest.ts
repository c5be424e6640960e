/** corpus.json: what was written, and the numbers of the first screen. */
import {
  COMPONENTS,
  FORMAT,
  FORMAT_VERSION,
  tableNames,
  type Component,
  type TableName,
} from '../../lib/corpus/index.ts';
import type { Manifest, Shard, Source } from '../../lib/corpus/manifest.ts';
import type { SourceInfo } from '../plan.ts';
import { TOKENIZER } from '../../lib/tokens/tokenizer.ts';
import type { SourceCounts, UnitSummary } from '../unit/sink.ts';
import { BUILDER } from '../version.ts';
import type { Database } from './duckdb.ts';

/** What a corpus says of itself as a whole. */
export type CorpusInfo = Pick<Manifest, 'name' | 'title' | 'description' | 'licence' | 'created'>;

interface Input {
  readonly corpus: CorpusInfo;
  readonly sources: readonly SourceInfo[];
  readonly summaries: ReadonlyMap<number, UnitSummary>;
}

type Counts = { records: number; tokens: number; chars: number };
type Components = Partial<Record<Component, Counts>>;

/** Values per grouping that the overview lists. */
const TOP_VALUES = 40;

/**
 * @param db holds the final light tables
 * @param input the plan's sources and what the units counted
 * @param shards by table, in order
 */
export async function makeManifest(
  db: Database,
  input: Input,
  shards: ReadonlyMap<TableName, Shard[]>,
): Promise<Manifest> {
  const components = await componentsBySource(db);
  const warnings = await warningsBySource(db);
  const sources = input.sources.map((info) =>
    describeSource(info, input.summaries, components.get(info.source) ?? {}, warnings),
  );
  const tables = tableEntries(shards);
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    ...input.corpus,
    builder: BUILDER,
    tokenizer: TOKENIZER,
    // A source that the input turned out not to have, such as documented examples, is not listed.
    sources: sources.filter((source) => source.records_in > 0 || source.warnings > 0),
    totals: await totals(db, sources, tables),
    tables,
  };
}

function tableEntries(shards: ReadonlyMap<TableName, Shard[]>): Manifest['tables'] {
  const entries = tableNames.flatMap((table) => {
    const own = shards.get(table);
    if (own === undefined) return [];
    const sum = (of: 'rows' | 'bytes'): number => own.reduce((total, shard) => total + shard[of], 0);
    return [[table, { rows: sum('rows'), bytes: sum('bytes'), shards: own }] as const];
  });
  return Object.fromEntries(entries);
}

async function componentsBySource(db: Database): Promise<Map<string, Components>> {
  const rows = await db.rows<Counts & { source: string; component: Component }>(`
    SELECT source, component,
      sum(value) FILTER (measure = 'tokens' AND statistic = 'count') AS records,
      sum(value) FILTER (measure = 'tokens' AND statistic = 'sum') AS tokens,
      sum(value) FILTER (measure = 'chars' AND statistic = 'sum') AS chars
    FROM token_stats WHERE dimension = '' GROUP BY ALL ORDER BY ALL`);
  const bySource = new Map<string, Components>();
  for (const { source, component, records, tokens, chars } of rows) {
    bySource.set(source, { ...bySource.get(source), [component]: { records, tokens, chars } });
  }
  return bySource;
}

async function warningsBySource(db: Database): Promise<Map<string, number>> {
  const rows = await db.rows<{ source: string; n: number }>(
    "SELECT source, count(*) AS n FROM rejects WHERE severity = 'warning' GROUP BY source",
  );
  return new Map(rows.map(({ source, n }) => [source, n]));
}

function describeSource(
  info: SourceInfo,
  summaries: ReadonlyMap<number, UnitSummary>,
  components: Components,
  warnings: ReadonlyMap<string, number>,
): Source {
  const counts = [...summaries.values()].flatMap((summary) => summary.counts[info.source] ?? []);
  const sum = (of: keyof SourceCounts): number => counts.reduce((total, count) => total + count[of], 0);
  return {
    ...info,
    records_in: sum('records_in'),
    records_stored: Object.values(components).reduce((total, { records }) => total + records, 0),
    records_rejected: sum('records_rejected'),
    warnings: warnings.get(info.source) ?? 0,
    components,
  };
}

async function totals(
  db: Database,
  sources: readonly Source[],
  tables: Manifest['tables'],
): Promise<Manifest['totals']> {
  const [apis] = await db.rows<{ apis: number; providers: number; tools: number; called: number }>(`
    SELECT count(*) AS apis, count(DISTINCT provider) AS providers, count(DISTINCT (provider, tool)) AS tools,
      count(*) FILTER (n_calls > 0) AS called FROM apis`);
  const components = totalComponents(sources);
  const rows = (table: TableName): number => tables[table]?.rows ?? 0;
  const sum = (of: (source: Source) => number): number => sources.reduce((total, source) => total + of(source), 0);
  return {
    apis: apis?.apis ?? 0,
    providers: apis?.providers ?? 0,
    tools: apis?.tools ?? 0,
    apis_called: apis?.called ?? 0,
    trajectories: rows('trajectories'),
    steps: rows('steps'),
    calls: rows('calls'),
    documents: rows('documents'),
    tokens: Object.values(components).reduce((total, { tokens }) => total + tokens, 0),
    rejected: sum((source) => source.records_rejected),
    warnings: sum((source) => source.warnings),
    components,
    apis_by: {
      domain: await apisBy(db, 'domain'),
      method: await apisBy(db, 'method'),
      kind: await apisBy(db, 'kind'),
      schema_status: await apisBy(db, 'schema_status'),
      provider: await apisBy(db, 'provider'),
    },
  };
}

function totalComponents(sources: readonly Source[]): Components {
  const result: Components = {};
  for (const component of COMPONENTS) {
    const counts = sources.flatMap((source) => source.components[component] ?? []);
    if (counts.length === 0) continue;
    const sum = (of: keyof Counts): number => counts.reduce((total, count) => total + count[of], 0);
    result[component] = { records: sum('records'), tokens: sum('tokens'), chars: sum('chars') };
  }
  return result;
}

function apisBy(
  db: Database,
  column: 'domain' | 'method' | 'kind' | 'schema_status' | 'provider',
): Promise<Manifest['totals']['apis_by'][string]> {
  return db.rows(`SELECT ${column} AS value, count(*) AS apis, sum(doc_tokens) AS tokens FROM apis
    GROUP BY ${column} ORDER BY apis DESC, value NULLS LAST LIMIT ${TOP_VALUES}`);
}
