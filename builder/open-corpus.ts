/** Reads the corpus.json of a folder. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FORMAT_VERSION, tables, type TableName } from '../lib/corpus/index.ts';
import { readManifest, type Manifest } from '../lib/corpus/manifest.ts';
import { BuildError, messageOf, UsageError } from './faults.ts';
import { ident, literal } from './write/duckdb.ts';

/**
 * @param dir folder of a corpus
 * @throws UsageError where there is no corpus.json
 * @throws BuildError where it cannot be read
 */
export function openCorpus(dir: string): Manifest {
  const file = path.join(dir, 'corpus.json');
  if (!existsSync(file)) throw new UsageError(`${dir} is not a corpus: it has no corpus.json.`);
  const read = readManifest(parse(file));
  if ('manifest' in read) return read.manifest;
  if (read.problem.kind === 'newer-version') {
    throw new BuildError(
      `${file} has format version ${read.problem.version}; this builder knows ${FORMAT_VERSION}. Use a newer one.`,
    );
  }
  throw new BuildError(`${file} is not the description of a corpus: ${read.problem.detail}`);
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new BuildError(`${file} is not valid JSON: ${messageOf(error)}`);
  }
}

/**
 * @param manifest has at least one shard of the table
 * @returns a statement that makes a view of the table, with the declared columns
 */
export function viewOf(dir: string, manifest: Manifest, table: TableName): string {
  const files = manifest.tables[table]!.shards.map((shard) => literal(path.join(dir, shard.path)));
  const columns = Object.keys(tables[table].columns).map(ident).join(', ');
  return `CREATE VIEW ${table} AS SELECT ${columns} FROM read_parquet([${files.join(', ')}])`;
}
