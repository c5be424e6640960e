/**
 * Statistics of datatrove: one JSON object per file, at `{group}/{statistic}/{rank:05d}.json` or, merged, `metric.json`
 * (huggingface/datatrove, src/datatrove/pipeline/stats/base.py and merger.py). Its values are MetricStats as written by
 * `to_dict` (src/datatrove/utils/stats.py): a number, or an object with total and, where they say more, n, mean,
 * variance, std_dev, min, max and unit.
 *
 * The group `histogram` has the rounded value as key; a file beside it, named with `_tokens` or `_chars` at its end, weights
 * the same keys by the tokens or characters of the documents (pull request 251).
 */
import * as v from 'valibot';
import { countEdges } from '../../stats/bins.ts';
import type { SeriesBin } from '../series.ts';
import {
  PublishedError,
  type Published,
  type PublishedGroups,
  type PublishedHistogram,
  type PublishedSummary,
} from './published.ts';

const metric = v.union([
  v.number(),
  v.object({
    total: v.number(),
    n: v.optional(v.number()),
    mean: v.optional(v.number()),
    std_dev: v.optional(v.number()),
    min: v.optional(v.number()),
    max: v.optional(v.number()),
  }),
]);
const metricFile = v.record(v.string(), metric);

interface Metric {
  readonly total: number;
  readonly n: number;
  readonly mean: number;
  readonly deviation: number;
  readonly min: number;
  readonly max: number;
}

/** One file with what its path says of it. */
interface MetricFile {
  readonly path: string;
  readonly group: string;
  readonly statistic: string;
  readonly metrics: ReadonlyMap<string, Metric>;
}

/** Bins of a statistic that is no count. */
const EVEN_BINS = 60;

/** Entries of a group that are kept. */
const MOST_ENTRIES = 1_000;

/** @returns whether parsed JSON may be a file of datatrove's statistics */
export function isDatatrove(value: unknown): boolean {
  return v.is(metricFile, value);
}

/**
 * Reads one file.
 * @param value its JSON
 * @throws PublishedError
 */
export function readMetricFile(path: string, value: unknown): MetricFile {
  const parsed = v.safeParse(metricFile, value);
  if (!parsed.success)
    throw new PublishedError(`${path}: not an object of statistics by key, as datatrove writes them.`);
  const metrics = new Map(Object.entries(parsed.output).map(([key, entry]) => [key, metricOf(entry)]));
  if (metrics.size === 0) throw new PublishedError(`${path}: holds no statistic.`);
  return { path, ...placeOf(path, [...metrics.keys()]), metrics };
}

/**
 * @param files of one folder: ranks of one statistic are added up, and weights find their histogram
 * @returns one entry per group and statistic
 */
export function fromMetricFiles(files: readonly MetricFile[]): Published[] {
  const merged = mergeRanks(files);
  return merged.flatMap((file): Published[] => {
    if (file.group === 'summary') return [...file.metrics.values()].slice(0, 1).map((entry) => summaryOf(file, entry));
    if (file.group !== 'histogram') return [groupsOf(file)];
    return isWeight(file, merged) ? [] : [histogramOf(file, weightsOf(file, merged))];
  });
}

/** `to_dict` leaves n out where it is 1, or equal to the total: where the mean is 1. */
function metricOf(entry: v.InferOutput<typeof metric>): Metric {
  if (typeof entry === 'number') return { total: entry, n: entry, mean: 1, deviation: 0, min: 1, max: 1 };
  const { total, mean = 1, std_dev: deviation = 0 } = entry;
  const n = entry.n ?? (mean === 1 ? total : 1);
  return { total, n, mean, deviation, min: entry.min ?? mean, max: entry.max ?? mean };
}

const GROUPS = ['summary', 'histogram', 'fqdn', 'suffix'];

/** By the folders, else by the keys: numbers are a histogram's. */
function placeOf(path: string, keys: readonly string[]): Pick<MetricFile, 'group' | 'statistic'> {
  const parts = path.split('/');
  const at = parts.findLastIndex((part, index) => GROUPS.includes(part) && index < parts.length - 1);
  const name = parts.at(-1)!.replace(/\.json$/, '');
  const known = parts[at];
  if (at >= 0 && known !== undefined)
    return { group: known, statistic: at + 1 < parts.length - 1 ? parts[at + 1]! : name };
  const group = keys.length === 1 && keys[0] === 'summary' ? 'summary' : keys.every(isNumber) ? 'histogram' : 'key';
  const folder = parts.at(-2);
  return { group, statistic: folder !== undefined && /^(metric|\d{5})$/.test(name) ? folder : name };
}

const isNumber = (text: string): boolean => text !== '' && Number.isFinite(Number(text));

function mergeRanks(files: readonly MetricFile[]): MetricFile[] {
  const groups = new Map<string, MetricFile>();
  for (const file of files) {
    const key = `${file.group}\n${file.statistic}`;
    const before = groups.get(key);
    groups.set(key, before === undefined ? file : { ...before, metrics: added(before.metrics, file.metrics) });
  }
  return [...groups.values()];
}

function added(a: ReadonlyMap<string, Metric>, b: ReadonlyMap<string, Metric>): Map<string, Metric> {
  const sum = new Map(a);
  for (const [key, entry] of b) {
    const before = sum.get(key);
    sum.set(key, before === undefined ? entry : addMetrics(before, entry));
  }
  return sum;
}

/** Mean and deviation of two parts (Chan, Golub and LeVeque, 1979). */
function addMetrics(a: Metric, b: Metric): Metric {
  const n = a.n + b.n;
  const mean = n === 0 ? 0 : (a.n * a.mean + b.n * b.mean) / n;
  const squares =
    a.deviation ** 2 * (a.n - 1) + b.deviation ** 2 * (b.n - 1) + ((a.mean - b.mean) ** 2 * a.n * b.n) / (n || 1);
  return {
    total: a.total + b.total,
    n,
    mean,
    deviation: n > 1 ? Math.sqrt(Math.max(0, squares / (n - 1))) : 0,
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
  };
}

const WEIGHT = /_{1,2}(tokens|chars)$/;

/** A histogram of weights belongs to the one it is named after, where that is there. */
function isWeight({ group, statistic }: MetricFile, files: readonly MetricFile[]): boolean {
  if (!WEIGHT.test(statistic)) return false;
  const base = statistic.replace(WEIGHT, '');
  return files.some((file) => file.group === group && file.statistic === base);
}

function weightsOf({ group, statistic }: MetricFile, files: readonly MetricFile[]): MetricFile | null {
  const names = [`${statistic}_tokens`, `${statistic}__tokens`];
  return files.find((file) => file.group === group && names.includes(file.statistic)) ?? null;
}

function histogramOf(file: MetricFile, weights: MetricFile | null): PublishedHistogram {
  const wrong = [...file.metrics.keys()].find((key) => !isNumber(key));
  if (wrong !== undefined)
    throw new PublishedError(`${file.path}: a histogram has numbers as keys, and "${wrong.slice(0, 60)}" is none.`);
  const isTokens = file.statistic === 'token_count';
  const values = [...file.metrics].map(([key, { total }]) => {
    const value = Number(key);
    const tokens = isTokens ? value * total : (weights?.metrics.get(key)?.total ?? null);
    return { value, documents: total, tokens };
  });
  const whole = values.every(({ value }) => Number.isInteger(value) && value >= 0);
  const [min, max] = [Math.min(...values.map(({ value }) => value)), Math.max(...values.map(({ value }) => value))];
  return {
    kind: 'histogram',
    origin: file.path,
    statistic: file.statistic,
    documents: values.reduce((sum, { documents }) => sum + documents, 0),
    sum: values.reduce((sum, { value, documents }) => sum + value * documents, 0),
    min,
    max,
    whole,
    bins: binned(values, whole ? countEdges(max) : evenEdges(min, max)),
  };
}

function evenEdges(min: number, max: number): number[] {
  const step = (max - min) / EVEN_BINS || 1;
  return Array.from({ length: EVEN_BINS + 2 }, (_, index) => min + index * step);
}

function binned(
  values: readonly { readonly value: number; readonly documents: number; readonly tokens: number | null }[],
  edges: readonly number[],
): SeriesBin[] {
  const bins = new Map<number, { records: number; value: number; tokens: number | null }>();
  for (const { value, documents, tokens } of values) {
    const at = lastAtMost(edges, value);
    const bin = bins.get(at) ?? { records: 0, value: 0, tokens: 0 };
    bin.records += documents;
    bin.value += value * documents;
    bin.tokens = bin.tokens === null || tokens === null ? null : bin.tokens + tokens;
    bins.set(at, bin);
  }
  return [...bins]
    .toSorted(([a], [b]) => a - b)
    .map(([at, bin]) => ({ lower: edges[at] ?? 0, upper: edges[at + 1] ?? edges[at] ?? 0, ...bin }));
}

/** Index of the last edge that is not above a value; edges ascend. */
function lastAtMost(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (edges[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function summaryOf({ path, statistic }: MetricFile, entry: Metric): PublishedSummary {
  const { n, total, mean, deviation, min, max } = entry;
  return { kind: 'summary', origin: path, statistic, documents: n, sum: total, mean, deviation, min, max };
}

function groupsOf({ path, group, statistic, metrics }: MetricFile): PublishedGroups {
  const entries = [...metrics]
    .map(([key, { n, total, mean }]) => ({ key, documents: n, sum: total, mean }))
    .toSorted((a, b) => b.documents - a.documents)
    .slice(0, MOST_ENTRIES);
  return { kind: 'groups', origin: path, statistic, group, entries };
}
