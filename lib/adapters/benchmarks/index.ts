/** Benchmarks and the data sets made from them: BFCL, Gorilla. */
import type { Adapter } from '../adapter.ts';
import { bfcl } from './bfcl.ts';

export const benchmarkAdapters: readonly Adapter[] = [bfcl];
