/** Benchmarks and the data sets made from them: BFCL, Gorilla. */
import type { Adapter } from '../adapter.ts';
import { bfcl } from './bfcl.ts';
import { gorillaApibench } from './gorilla-apibench.ts';
import { gorillaApis } from './gorilla-apis.ts';
import { gorillaApizoo } from './gorilla-apizoo.ts';
import { gorillaOpenFunctions } from './gorilla-openfunctions.ts';

export const benchmarkAdapters: readonly Adapter[] = [
  bfcl,
  gorillaApibench,
  gorillaApis,
  gorillaApizoo,
  gorillaOpenFunctions,
];
