/** What a run of the benchmark found: a table for people, a file for comparing. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpus } from 'node:os';

export interface Figure {
  /** What was measured, e.g. `catalogue, cold: first rows`. */
  readonly what: string;
  readonly value: number;
  /** A share is a part of 1. */
  readonly unit: 'ms' | 's' | 'B' | 'requests' | 'count' | 'share' | 'correlation';
  /** Limit that we set ourselves, in the same unit; null for a peer or a plain count. */
  readonly target: number | null;
  /** Whether the target is a lower limit; an upper one where this is not said. */
  readonly atLeast?: true;
  /** How it was taken: median of n, p95 of n, counted once. */
  readonly how: string;
}

function show({ value, unit }: Figure): string {
  if (unit === 'B' && value >= 1e9) return `${(value / 1e9).toFixed(2)} GB`;
  if (unit === 'B') return value < 1e6 ? `${(value / 1e3).toFixed(1)} kB` : `${(value / 1e6).toFixed(2)} MB`;
  if (unit === 'ms') return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  if (unit === 's') return `${value.toFixed(1)} s`;
  if (unit === 'share') return `${(100 * value).toFixed(1)} %`;
  if (unit === 'correlation') return value.toFixed(4);
  return value.toLocaleString('en-GB');
}

function met({ value, target, atLeast }: Figure): boolean {
  return target === null || (atLeast ? value >= target : value <= target);
}

/** @param figures what was measured; printed as a table, with a mark where a target is missed */
export function printFigures(figures: readonly Figure[]): void {
  const rows = figures.map((figure) => [
    figure.what,
    show(figure),
    figure.target === null ? '' : `${figure.atLeast ? '≥' : '≤'} ${show({ ...figure, value: figure.target })}`,
    figure.target === null ? '' : met(figure) ? 'met' : 'SHORT',
    figure.how,
  ]);
  const head = ['what', 'measured', 'target', '', 'how'];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  for (const row of [head, ...rows]) console.log(row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '));
}

/** Writes bench/results/NAME.json; what this run did not measure stays as the run before it found it. */
export function writeFigures(name: string, figures: readonly Figure[]): void {
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? 'unknown', node: process.version };
  const file = join(folder, `${name}.json`);
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { figures: Figure[] }).figures : [];
  const kept = before.filter(({ what }) => figures.every((figure) => figure.what !== what));
  writeFileSync(file, `${JSON.stringify({ machine, figures: [...kept, ...figures] }, null, 2)}\n`);
}

/** Adds a figure to those of the run. */
export type Add = (
  what: string,
  value: number,
  unit: Figure['unit'],
  target: Figure['target'] | { readonly atLeast: number },
  how: string,
) => void;

/** @returns a list that figures are added to, each printed as it comes */
export function collectFigures(): { readonly figures: readonly Figure[]; readonly add: Add } {
  const figures: Figure[] = [];
  const add: Add = (what, value, unit, limit, how) => {
    const isLower = typeof limit === 'object' && limit !== null;
    const target = isLower ? limit.atLeast : limit;
    const figure: Figure = { what, value, unit, target, ...(isLower ? { atLeast: true } : {}), how };
    figures.push(figure);
    console.error(`${what}: ${show(figure)}`);
  };
  return { figures, add };
}
