import { expect, it } from 'vitest';
import type { Corpus } from '@/lib/data';
import { NO_FILTER } from '@/lib/queries/api-filter';
import { linkedApis, linkedTrajectories } from '@/lib/queries/linked-filter';
import { NO_TRAJECTORY_FILTER } from '@/lib/queries/trajectory-filter';
import { missingLinked } from './missing-tables.ts';

const shards = { rows: 1, shards: [] };
const corpusOf = (...tables: readonly string[]): Corpus =>
  ({ manifest: { tables: Object.fromEntries(tables.map((table) => [table, shards])) } }) as unknown as Corpus;

it('names the table that a corpus lacks', () => {
  const old = corpusOf('apis', 'trajectories', 'duplicates');
  const apis = linkedApis({ ...NO_FILTER, chars: [1, null] });
  expect(missingLinked(old, apis)).toContain('no table record_measures');
  expect(missingLinked(corpusOf('apis', 'record_measures'), apis)).toBeNull();
  const steps = linkedTrajectories({ ...NO_TRAJECTORY_FILTER, stepTokens: [1, null] });
  expect(missingLinked(old, steps)).toContain('no table record_measures');
});

it('lacks nothing where no link narrows, or one by tables that are there', () => {
  const old = corpusOf('apis', 'trajectories', 'duplicates');
  expect(missingLinked(old, linkedApis(NO_FILTER))).toBeNull();
  expect(missingLinked(old, linkedApis({ ...NO_FILTER, duplicates: ['exact'] }))).toBeNull();
  expect(missingLinked(corpusOf('apis'), linkedApis({ ...NO_FILTER, duplicates: ['exact'] }))).toContain('duplicates');
});
