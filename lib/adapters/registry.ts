/** All formats, and how the one that fits a file is found. */
import type { Adapter, Detection, FileSample } from './adapter.ts';
import { benchmarkAdapters } from './benchmarks/index.ts';
import { chatAdapters } from './chat/index.ts';
import { documentAdapters } from './documents.ts';
import { logAdapters } from './logs/index.ts';
import { rapidAdapters } from './rapid/index.ts';
import { toolAdapters } from './tools/index.ts';

export const adapters: readonly Adapter[] = [
  ...documentAdapters,
  ...toolAdapters,
  ...rapidAdapters,
  ...benchmarkAdapters,
  ...logAdapters,
  ...chatAdapters,
];

export interface Detected extends Detection {
  readonly adapter: Adapter;
}

/** Below this a format is not taken for recognised. */
const LEAST = 0.1;

/** @returns formats that may fit, the surest first; of equally sure ones the one that is listed first */
export function detectFormats(sample: FileSample): Detected[] {
  return adapters
    .flatMap((adapter) => {
      const found = adapter.detect(sample);
      return found === null || found.confidence < LEAST ? [] : [{ adapter, ...found }];
    })
    .toSorted((a, b) => b.confidence - a.confidence);
}

/** @returns the adapter of that name, or null */
export function adapterNamed(name: string): Adapter | null {
  return adapters.find((adapter) => adapter.name === name) ?? null;
}
