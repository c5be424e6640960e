/** The ToolBench family, and the benchmarks that describe APIs in prose: one file a format. */
import type { Adapter } from '../adapter.ts';
import { apiBank } from './api-bank.ts';
import { toolAlpaca } from './toolalpaca.ts';
import { toolbenchAnswers } from './toolbench-answers.ts';

import { toolllamaDfs } from './toolllama-dfs.ts';
import { toolbenchTools } from './toolbench-tools.ts';
import { tooleval } from './tooleval.ts';

export const rapidAdapters: readonly Adapter[] = [
  toolbenchTools,
  toolbenchAnswers,
  tooleval,
  toolllamaDfs,
  apiBank,
  toolAlpaca,
];
