/** Stage files as DuckDB reads them: with the declared types, never inferred ones. */
import path from 'node:path';
import { duckdbType, tables, type Table, type TableName } from '../../lib/corpus/index.ts';
import type { StageFile, StageTable } from '../unit/stage.ts';
import type { UnitSummary } from '../unit/sink.ts';
import { unitFolder } from '../unit/run.ts';
import { ident, literal } from './duckdb.ts';

/** A stage file of one unit. */
export interface StagedFile extends StageFile {
  readonly file: string;
  readonly unit: number;
}

/** Columns of stage files beyond the declared ones: which record a row is of, and what is only summed up. */
const PLACE = { _unit: 'INTEGER', _seq: 'INTEGER' };
const WORDS = { first: 'INTEGER', terms: 'VARCHAR[]' };
const WEIGHTS = { word: 'INTEGER[]', weight: 'INTEGER[]' };
const EXTRA: Readonly<Partial<Record<StageTable, Readonly<Record<string, string>>>>> = {
  apis: { _chars: 'INTEGER', _bytes: 'INTEGER', _licence: 'VARCHAR', _file: 'VARCHAR' },
  api_docs: { _declared: 'BOOLEAN' },
  trajectories: { _chars: 'INTEGER', _bytes: 'INTEGER', _step_tokens: 'INTEGER[]' },
  definition_keys: { definition_id: 'VARCHAR', hash: 'VARCHAR', source: 'VARCHAR' },
  fingerprints: { component: 'VARCHAR', hash: 'VARCHAR', sketch: 'VARCHAR' },
  api_words: WORDS,
  api_weights: WEIGHTS,
  trajectory_words: WORDS,
  trajectory_weights: WEIGHTS,
};

/** Room that DuckDB keeps for one row at least, in bytes. */
const MIN_OBJECT_BYTES = 1 << 20;

/** @returns the stage files of a table over all units, in order of unit */
export function stagedFiles(
  stage: string,
  summaries: ReadonlyMap<number, UnitSummary>,
  table: StageTable,
): StagedFile[] {
  return [...summaries.entries()]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([unit, { files }]) => {
      const known = files[table];
      return known === undefined
        ? []
        : [{ ...known, unit, file: path.join(unitFolder(stage, unit), `${table}.ndjson`) }];
    });
}

/** @returns columns of a stage table with their types */
function stageColumns(table: StageTable): Record<string, string> {
  const declared: Table['columns'] = table in tables ? tables[table as TableName].columns : {};
  const types = Object.entries(declared).map(([name, column]) => [name, duckdbType(column)]);
  return { ...Object.fromEntries(types), ...PLACE, ...EXTRA[table] };
}

/** @returns a table function that reads stage files; an empty relation of the same columns where there are none */
export function readStage(table: StageTable, files: readonly StagedFile[]): string {
  const columns = Object.entries(stageColumns(table));
  if (files.length === 0) {
    return `(SELECT ${columns.map(([name, type]) => `NULL::${type} AS ${ident(name)}`).join(', ')} WHERE false)`;
  }
  const types = columns.map(([name, type]) => `${ident(name)}: ${literal(type)}`).join(', ');
  const longest = files.reduce((most, { longest: bytes }) => Math.max(most, bytes), MIN_OBJECT_BYTES);
  const names = files.map(({ file }) => literal(file)).join(', ');
  return `read_json([${names}], format = 'newline_delimited', columns = {${types}}, maximum_object_size = ${longest + 1024})`;
}
