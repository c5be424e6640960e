/** Checks what corpus.json says of sources and totals against the tables: records in = stored + rejected. */
import type { TableName } from '../../lib/corpus/index.ts';
import type { Manifest } from '../../lib/corpus/manifest.ts';
import type { Database } from '../write/duckdb.ts';
import { fault, type Fault } from './fault.ts';

const RECORDS: readonly TableName[] = ['apis', 'trajectories', 'documents'];

/** What a trajectory declares is not a record of its own. */
const OWN: Readonly<Partial<Record<TableName, string>>> = { apis: ' WHERE NOT declared' };

interface SourceRows {
  readonly source: string;
  readonly stored: number;
  readonly rejected: number;
  readonly warnings: number;
}

/** @param db has a view for each of apis, trajectories, documents and rejects */
export async function checkSources(db: Database, { sources }: Manifest): Promise<Fault[]> {
  const stored = RECORDS.map(
    (table) => `SELECT source, 1 AS stored, 0 AS rejected, 0 AS warnings FROM ${table}${OWN[table] ?? ''}`,
  );
  const rows = await db.rows<SourceRows>(`
    SELECT source, sum(stored) AS stored, sum(rejected) AS rejected, sum(warnings) AS warnings FROM (
      ${stored.join(' UNION ALL ')}
      UNION ALL SELECT source, 0, (severity = 'rejected')::INTEGER, (severity = 'warning')::INTEGER FROM rejects
    ) GROUP BY source ORDER BY source`);
  const have = new Map(rows.map((row) => [row.source, row]));
  const known = new Set(sources.map(({ source }) => source));
  const strangers = rows
    .filter(({ source }) => !known.has(source))
    .map(({ source }) =>
      fault('source', `corpus.json does not list the source ${source}.`, { id: source, file: 'corpus.json' }),
    );
  return [...strangers, ...sources.flatMap((source) => checkSource(source, have.get(source.source)))];
}

function checkSource(source: Manifest['sources'][number], rows: SourceRows | undefined): Fault[] {
  const at = { id: source.source, file: 'corpus.json' };
  const differs = (what: string, said: number, is: number): Fault[] =>
    said === is
      ? []
      : [fault('source-counts', `corpus.json gives ${said} ${what} of ${source.source}, the tables hold ${is}.`, at)];
  const { records_in, records_stored, records_rejected } = source;
  const lost = records_in - records_stored - records_rejected;
  const message = `${records_in} records in, but ${records_stored} stored and ${records_rejected} rejected: ${lost} are unaccounted for.`;
  return [
    ...(lost === 0 ? [] : [fault('records-accounted', message, at)]),
    ...differs('records stored', records_stored, rows?.stored ?? 0),
    ...differs('records rejected', records_rejected, rows?.rejected ?? 0),
    ...differs('warnings', source.warnings, rows?.warnings ?? 0),
  ];
}

/** @returns faults of the totals, from corpus.json and the tables */
export async function checkTotals(db: Database, manifest: Manifest): Promise<Fault[]> {
  const { totals } = manifest;
  const [is] = await db.rows<Record<string, number>>(`
    SELECT count(*) AS apis, count(DISTINCT provider) AS providers, count(DISTINCT (provider, tool)) AS tools,
      count(*) FILTER (n_calls > 0) AS apis_called, (SELECT count(*) FROM trajectories) AS trajectories,
      (SELECT count(*) FROM steps) AS steps, (SELECT count(*) FROM calls) AS calls, (SELECT count(*) FROM documents) AS documents,
      coalesce(sum(doc_tokens) FILTER (NOT declared), 0) + (SELECT coalesce(sum(tokens), 0) FROM trajectories) + (SELECT coalesce(sum(tokens), 0) FROM documents) AS tokens,
      (SELECT count(*) FROM rejects WHERE severity = 'rejected') AS rejected,
      (SELECT count(*) FROM rejects WHERE severity = 'warning') AS warnings
    FROM apis`);
  return Object.entries(is!).flatMap(([name, value]) => {
    const said = totals[name as 'apis'];
    return said === value
      ? []
      : [fault('totals', `corpus.json gives ${said} ${name}, the tables hold ${value}.`, { file: 'corpus.json' })];
  });
}
