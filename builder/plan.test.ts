import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles, makePlan, type PlannedFile, type SourcePlan } from './plan.ts';

let root: string;

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'forge-plan-'));
  for (const name of ['b.json', 'a/z.json', 'a/B.json', 'a.json', 'skip/x.json']) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), name);
  }
  symlinkSync(root, path.join(root, 'round'));
  symlinkSync(path.join(root, 'nowhere'), path.join(root, 'dangling.json'));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('listFiles', () => {
  it('lists by code unit whatever the file system, and follows no link', () => {
    expect(listFiles(root, (name) => name !== 'skip/').map((file) => file.path)).toEqual([
      'a.json',
      'a/B.json',
      'a/z.json',
      'b.json',
    ]);
  });
});

const planned = (name: string, bytes: number, mtimeMs = 0): PlannedFile => ({ path: name, file: name, bytes, mtimeMs });

function source(files: readonly PlannedFile[]): SourcePlan {
  const info = {
    source: 's',
    title: '',
    description: '',
    origin: '',
    version: null,
    licence: '',
    licence_note: null,
    stage: null,
    constructed: false,
  };
  return { info, reader: { kind: 'openapi', examplesSource: 's-examples' }, files };
}

const key = (files: readonly PlannedFile[], code = 'code'): string => makePlan([source(files)], [], code).units[0]!.key;

describe('makePlan', () => {
  it('packs files in order, and gives a large one a unit of its own', () => {
    const files = [planned('a', 4), planned('b', 5), planned('c', 3), planned('d', 50), planned('e', 1)];
    const { units } = makePlan([source(files)], [], 'code', 10);
    expect(units.map((unit) => unit.files.map((file) => file.path).join(''))).toEqual(['ab', 'c', 'd', 'e']);
    expect(units.map((unit) => unit.bytes)).toEqual([9, 3, 50, 1]);
  });

  it('knows a unit again, until input, code or place change', () => {
    const same = key([planned('a', 4)]);
    expect(key([planned('a', 4)])).toBe(same);
    for (const other of [
      key([planned('a', 5)]),
      key([planned('a', 4, 1)]),
      key([planned('b', 4)]),
      key([planned('a', 4)], 'other'),
    ]) {
      expect(other).not.toBe(same);
    }
  });
});
