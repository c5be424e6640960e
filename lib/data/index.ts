export { CorpusProvider, preloadCorpus, useCorpora, useCorpus, useOtherCorpus } from './corpus-provider.tsx';
export { runColumn, runQuery, startEngine } from './engine.ts';
export { expectRecord } from './expect-record.ts';
export { exportSelection, type ExportFormat } from './export-selection.ts';
export { exportTrajectories } from './export-trajectories.ts';
export { onSettled } from './settled.ts';
export { prefetchQuery, readQuery, retry, useColumn, useDeferred, useQuery } from './use-query.ts';
export { preloadOpenTokenStats, useAllTokenStats, useTokenStats } from './use-token-stats.ts';
export { openCorpus, type Corpus, type CorpusEntry } from '../duckdb/corpus-file.ts';
export { useEngineProgress, type EngineProgress, type ProgressStep } from './engine-progress.ts';
export {
  CancelledError,
  CorpusError,
  EngineBootError,
  ManifestError,
  QueryError,
  SchemaMismatchError,
  ShardError,
} from '../duckdb/errors.ts';
export { warmCatalogueWhenIdle } from './idle.ts';
export { whenIdle } from './when-idle.ts';
