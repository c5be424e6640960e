import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { compareIds } from '../../lib/corpus/shard-ranges.ts';
import { spreadRows } from './spread.ts';
import type { StagedFile } from './stage-tables.ts';
import type { Renamed } from './twins.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'forge-spread-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Long enough that every row is looked at when shards are cut. */
const LONG = 'x'.repeat(1_000_000);

function stageFile(unit: number, ids: readonly string[], text = LONG): StagedFile {
  const file = path.join(folder, `${unit}.ndjson`);
  const sorted = ids.toSorted(compareIds);
  const rows = ids.map((trajectory_id, _seq) => JSON.stringify({ _unit: unit, _seq, trajectory_id, text }));
  writeFileSync(file, rows.map((row) => `${row}\n`).join(''));
  const { size: bytes } = statSync(file);
  return { file, unit, rows: ids.length, bytes, longest: 0, first: sorted[0]!, last: sorted.at(-1)! };
}

async function spread(files: readonly StagedFile[], renames: readonly Renamed[] = []) {
  const shards = await spreadRows({
    id: 'trajectory_id',
    files,
    renames,
    limit: 2_000_000,
    folder,
    name: 'part',
    advance: () => {},
  });
  return shards.map((parts) => parts.map((part) => ({ ...part, ids: idsOf(part) })));
}

/** For files whose ids are mixed: each shard has one file then. */
async function spreadToOne(files: readonly StagedFile[], renames: readonly Renamed[] = []) {
  return (await spread(files, renames)).map((parts) => {
    expect(parts).toHaveLength(1);
    return parts[0]!;
  });
}

function idsOf({ file }: StagedFile): string[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => (JSON.parse(line) as { trajectory_id: string }).trajectory_id);
}

it('cuts ids that are in no order into ranges that do not overlap', async () => {
  const parts = await spreadToOne([stageFile(0, ['f', 'a', 'd']), stageFile(1, ['b', 'e', 'c'])]);
  expect(parts.map(({ ids }) => ids.toSorted())).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
  ]);
  expect(parts.map(({ first, last, rows }) => [first, last, rows])).toEqual([
    ['a', 'b', 2],
    ['c', 'd', 2],
    ['e', 'f', 2],
  ]);
  expect(parts.every(({ bytes, longest }) => bytes > 2 * LONG.length && longest > LONG.length)).toBe(true);
});

it('keeps rows of one id together, in their order', async () => {
  const parts = await spreadToOne([stageFile(0, ['a', 'a', 'a', 'a', 'b', 'b'])]);
  expect(parts.map(({ ids }) => ids.join(''))).toEqual(['aaaa', 'bb']);
});

it('goes by the new id of a row that was renamed', async () => {
  const renamed: Renamed = { kind: 'trajectories', unit: 0, seq: 0, id: 'z' };
  const parts = await spreadToOne([stageFile(0, ['a', 'b', 'c', 'd'])], [renamed]);
  expect(parts.map(({ ids }) => ids.toSorted())).toEqual([
    ['b', 'c'],
    ['a', 'd'],
  ]);
  expect(parts.at(-1)?.last).toBe('z');
});

it('reads ids with quotes, backslashes and any script', async () => {
  const odd = ['say "hi"', 'back\\', 'both\\"', '長亭', '😀'];
  const parts = await spreadToOne([stageFile(0, odd)]);
  expect(parts.flatMap(({ ids }) => ids).toSorted()).toEqual(odd.toSorted());
  expect(parts.at(-1)?.last).toBe('😀');
});

it('copies every row whole, however short', async () => {
  const ids = Array.from({ length: 20_000 }, (_, i) => String((i * 7919) % 20_000).padStart(5, '0'));
  const parts = await spreadToOne([stageFile(0, ids, 'a few words, 長亭, more than a buffer holds of all rows')]);
  expect(parts.flatMap((part) => part.ids)).toHaveLength(ids.length);
  expect(new Set(parts.flatMap((part) => part.ids)).size).toBe(ids.length);
});

it('reads ids that are longer than what is looked at to cut', async () => {
  const long = ['b'.repeat(200_000), 'a'.repeat(200_000)];
  const parts = await spreadToOne([stageFile(0, ['c', ...long, 'd'])]);
  expect(parts.flatMap(({ ids }) => ids).toSorted()).toEqual([...long, 'c', 'd'].toSorted());
});

it('leaves a file as it is whose ids all belong to one shard', async () => {
  const ordered = [stageFile(0, ['a', 'b']), stageFile(1, ['e', 'f']), stageFile(2, ['g', 'h'])];
  const shards = await spread([...ordered, stageFile(3, ['c', 'd', 'i', 'j'])]);
  const names = shards.map((parts) => parts.map(({ file, ids }) => `${path.basename(file)} ${ids.join('')}`));
  expect(names).toEqual([
    ['0.ndjson ab'],
    ['part-1.ndjson cd'],
    ['1.ndjson ef'],
    ['2.ndjson gh'],
    ['part-4.ndjson ij'],
  ]);
});
