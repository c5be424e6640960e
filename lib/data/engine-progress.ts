/** How far the engine and the tables are, for the loading line. */
'use client';

import { useSyncExternalStore } from 'react';
import type { EngineProgress } from '../duckdb/progress.ts';
import { engine } from './engine.ts';

export type { EngineProgress, ProgressStep } from '../duckdb/progress.ts';

/** The state of the engine; renders again with each change of it. */
export function useEngineProgress(): EngineProgress {
  return useSyncExternalStore(engine.progress.subscribe, engine.progress.get, engine.progress.get);
}
