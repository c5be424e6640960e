/** The ToolBench family, and the benchmarks that describe APIs in prose: one file a format. */
import type { Adapter } from '../adapter.ts';
import { apiBank } from './api-bank.ts';
import { nexusRaven } from './nexusraven.ts';
import { toolAlpaca } from './toolalpaca.ts';
import { toolbenchAnswers } from './toolbench-answers.ts';
import { toolbenchTools } from './toolbench-tools.ts';
import { tooleval } from './tooleval.ts';
import { toolllamaDfs } from './toolllama-dfs.ts';

export const rapidAdapters: readonly Adapter[] = [
  toolbenchTools,
  toolbenchAnswers,
  tooleval,
  toolllamaDfs,
  apiBank,
  toolAlpaca,
  nexusRaven,
];
