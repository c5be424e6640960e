/** `forge stats DIR`: totals, tables, sources and components, from corpus.json alone. */
import type { Manifest } from '../../lib/corpus/manifest.ts';
import { openCorpus } from '../open-corpus.ts';
import { textTable } from './text-table.ts';

/** @throws UsageError, BuildError where the folder is not a corpus */
export function stats(dir: string): Manifest {
  return openCorpus(dir);
}

/** @returns tables for a terminal */
export function describeStats(manifest: Manifest): string {
  const { totals } = manifest;
  const components = Object.entries(totals.components).map(([name, { records, tokens, chars }]) => [
    name,
    n(records),
    n(tokens),
    `${((100 * tokens) / Math.max(1, totals.tokens)).toFixed(1)}%`,
    n(chars),
  ]);
  const sources = manifest.sources.map((source) => [
    source.source,
    source.licence,
    n(source.records_in),
    n(source.records_stored),
    n(source.records_rejected),
    n(source.warnings),
    n(Object.values(source.components).reduce((sum, { tokens }) => sum + tokens, 0)),
  ]);
  const tables = Object.entries(manifest.tables).map(([name, { rows, bytes, shards }]) => [
    name,
    n(rows),
    (bytes / 1e6).toFixed(2),
    n(shards.length),
  ]);
  return [
    `${manifest.title} (${manifest.name}), ${manifest.builder}, tokens as ${manifest.tokenizer}`,
    `${n(totals.apis)} APIs, ${n(totals.tools)} tools, ${n(totals.providers)} providers, ${n(totals.apis_called)} APIs called`,
    textTable(['component', 'records', 'tokens', 'share', 'characters'], components),
    textTable(['source', 'licence', 'in', 'stored', 'rejected', 'warnings', 'tokens'], sources),
    textTable(['table', 'rows', 'MB', 'shards'], tables),
  ].join('\n\n');
}

function n(value: number): string {
  return value.toLocaleString('en');
}
