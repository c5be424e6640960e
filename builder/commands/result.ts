/** What a command that writes a corpus returns, for people and for machines. */
import path from 'node:path';
import type { Manifest } from '../../lib/corpus/manifest.ts';

export interface Result {
  readonly out: string;
  readonly seconds: number;
  readonly totals: Omit<Manifest['totals'], 'apis_by'>;
  readonly bytes: number;
  readonly skipped?: number;
  /** Files by source and name of their format; null where none fits. */
  readonly formats?: readonly { readonly source: string; readonly format: string | null; readonly files: number }[];
}

/**
 * @param manifest of the corpus that was written
 * @param out its folder, as the user gave it
 * @param milliseconds that it took
 */
export function summaryOf(manifest: Manifest, out: string, milliseconds: number): Result {
  const { apis_by: _, ...totals } = manifest.totals;
  const bytes = Object.values(manifest.tables).reduce((sum, table) => sum + table.bytes, 0);
  return { out: path.resolve(out), seconds: Math.round(milliseconds / 100) / 10, totals, bytes };
}

/** @returns a few lines for a terminal */
export function describe({ out, seconds, totals, bytes, formats = [] }: Result): string {
  return [
    ...formats.map(
      ({ source, format, files }) =>
        `${source}: ${n(files)} ${files === 1 ? 'file' : 'files'} of ${format ?? 'no known format'}`,
    ),
    `${out}: ${(bytes / 1e6).toFixed(1)} MB in ${seconds} s`,
    `${n(totals.apis)} APIs of ${n(totals.providers)} providers, ${n(totals.trajectories)} trajectories (${n(totals.calls)} calls), ${n(totals.documents)} documents, ${n(totals.tokens)} tokens`,
    `${n(totals.rejected)} records rejected, ${n(totals.warnings)} warnings: see the table rejects`,
  ].join('\n');
}

function n(value: number): string {
  return value.toLocaleString('en');
}
