import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomOf } from '../../lib/testing/random.ts';
import { unitFolder } from '../unit/run.ts';
import { StageWriter } from '../unit/stage.ts';
import { textFingerprint } from '../unit/text-fingerprint.ts';
import { openDatabase, type Database } from './duckdb.ts';
import { makeDuplicates } from './duplicates.ts';

let db: Database;
let root: string;

const { below } = randomOf(11);
const text = Array.from({ length: 300 }, () => `word${below(2_000)}`);
const changed = (every: number): string => text.map((word, i) => (i % every === 0 ? `other${i}` : word)).join(' ');

/** Documents in order of input: id, component, text. */
const DOCUMENTS = [
  ['first', 'text', text.join(' ')],
  ['same', 'text', text.join(' ')],
  ['near', 'text', changed(150)],
  ['nearer', 'text', `${text.join(' ')} and so on`],
  ['far', 'text', changed(9)],
  ['other-component', 'code', text.join(' ')],
  ['short', 'code', 'return 1'],
  ['short-again', 'code', 'return 1'],
  ['short-in-other-words', 'code', 'return  1'],
] as const;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'forge-duplicates-'));
  const folder = unitFolder(root, 0);
  mkdirSync(folder, { recursive: true });
  const writer = new StageWriter(folder, 'fingerprints');
  db = await openDatabase({ scratch: root, memoryMb: 200 });
  await db.run(`
    CREATE TABLE apis (_unit INTEGER, _seq INTEGER, api_id VARCHAR, source VARCHAR, doc_tokens INTEGER, declared BOOLEAN);
    CREATE TABLE trajectories (_unit INTEGER, _seq INTEGER, trajectory_id VARCHAR, source VARCHAR, tokens INTEGER);
    CREATE TABLE documents (_unit INTEGER, _seq INTEGER, document_id VARCHAR, source VARCHAR, tokens INTEGER)`);
  for (const [seq, [id, component, content]] of DOCUMENTS.entries()) {
    writer.write({ _unit: 0, _seq: seq, component }, textFingerprint([content]));
    await db.rows("INSERT INTO documents VALUES (0, ?, ?, 'files', ?)", [seq, id, content.length]);
  }
  const files = { fingerprints: writer.close() };
  await makeDuplicates(db, root, new Map([[0, { key: '', files, counts: {} }]]));
});

afterAll(() => {
  db.close();
  rmSync(root, { recursive: true, force: true });
});

describe('duplicates', () => {
  it('are what repeats an earlier record of its component, exactly or nearly', async () => {
    const rows = await db.rows('SELECT record_id, duplicate_of, kind FROM duplicates ORDER BY record_id');
    expect(rows).toEqual([
      { record_id: 'near', duplicate_of: 'first', kind: 'near' },
      { record_id: 'nearer', duplicate_of: 'first', kind: 'near' },
      { record_id: 'same', duplicate_of: 'first', kind: 'exact' },
      { record_id: 'short-again', duplicate_of: 'short', kind: 'exact' },
    ]);
  });

  it('say how similar they are', async () => {
    const rows = await db.rows<{ record_id: string; similarity: number }>(
      'SELECT record_id, similarity FROM duplicates',
    );
    const of = new Map(rows.map(({ record_id, similarity }) => [record_id, similarity]));
    expect(of.get('same')).toBe(1);
    // Two words of 300 are others: 10 of 296 shingles on either side.
    expect(of.get('near')).toBeGreaterThan(0.85);
    expect(of.get('near')).toBeLessThan(1);
  });
});
