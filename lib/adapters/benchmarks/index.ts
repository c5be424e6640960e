/** Benchmarks and the data sets made from them: ToolBench, API-Bank, ToolAlpaca, Gorilla, BFCL. */
import type { Adapter } from '../adapter.ts';

export const benchmarkAdapters: readonly Adapter[] = [];
