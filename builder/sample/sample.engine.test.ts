import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../lib/corpus/manifest.ts';
import { writePlanFile } from '../../lib/mixture/plan-file.ts';
import type { Plan } from '../../lib/mixture/plan.ts';
import { strataOf } from '../../lib/mixture/strata.ts';
import { sample } from '../commands/sample.ts';
import { silent } from '../progress.ts';
import { buildMixed } from '../testing/mixed-corpus.ts';
import { ROOT } from '../version.ts';
import { literal, openDatabase, type Database } from '../write/duckdb.ts';
import type { SampleRecord } from './records.ts';
import { drawSample, type SampleOptions, type SampleSummary } from './sample.ts';

let root: string;
let corpus: string;
let manifest: Manifest;
let db: Database;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'forge-sample-'));
  corpus = path.join(root, 'mixed');
  manifest = await buildMixed(path.join(root, 'input'), corpus);
  db = await openDatabase({ scratch: root, memoryMb: 300 });
});

afterAll(() => {
  db.close();
  rmSync(root, { recursive: true, force: true });
});

const PLAN: Plan = {
  weights: { documentation: 0.3, trajectories: 0.3, code: 0.2, text: 0.2 },
  budget: 20_000,
  maxEpochs: 3,
  limits: { 'manual/text': 0.5 },
  remainder: 'leave',
  context: 2_048,
  seed: 1,
};

let samples = 0;

function draw(plan: Plan, options: Partial<SampleOptions> = {}): Promise<SampleSummary & { readonly out: string }> {
  const out = options.out ?? path.join(root, `sample${samples++}`);
  return drawSample({ dir: corpus, manifest, plan, out, format: 'jsonl', progress: silent, ...options }).then(
    (summary) => ({ ...summary, out }),
  );
}

/** Path and hash of every file. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')];
    }),
  );
}

function records(sampled: SampleSummary & { readonly out: string }, stratum: string): SampleRecord[] {
  return sampled.strata
    .find((entry) => entry.stratum === stratum)!
    .files.flatMap((file) => readFileSync(path.join(sampled.out, file.path), 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as SampleRecord);
}

describe('a sample', () => {
  it('has the counts of the plan, to within one record a stratum, and says them', async () => {
    const sampled = await draw(PLAN);
    expect(sampled.strata.map(({ stratum }) => stratum)).toHaveLength(strataOf(manifest).length);
    for (const entry of sampled.strata) {
      const lines = records(sampled, entry.stratum);
      expect(entry.drawn_records).toBe(lines.length);
      expect(entry.drawn_tokens).toBe(lines.reduce((sum, { tokens }) => sum + tokens, 0));
      const longest = Math.max(...lines.map(({ tokens }) => tokens));
      expect(Math.abs(entry.drawn_tokens - entry.planned_tokens)).toBeLessThanOrEqual(longest);
      for (const file of entry.files) expect(contents(sampled.out)[file.path]).toBe(file.sha256);
    }
    expect(JSON.parse(readFileSync(path.join(sampled.out, 'sample.json'), 'utf8'))).toMatchObject({ plan: PLAN });
  });

  it('draws whole epochs of every record, then a random part without repetition', async () => {
    const sampled = await draw({ ...PLAN, weights: { code: 1 }, budget: 2.5 * tokensOf('client/code') });
    const drawn = records(sampled, 'client/code');
    const times = new Map<string, number>();
    for (const { id } of drawn) times.set(id, (times.get(id) ?? 0) + 1);
    const available = sampled.strata[0]!.available_records;
    expect(times.size).toBe(available);
    expect(new Set(times.values())).toEqual(new Set([2, 3]));
    const idsOf = (epoch: number) => drawn.filter((record) => record.epoch === epoch).map(({ id }) => id);
    expect(new Set(idsOf(1)).size).toBe(available);
    expect(idsOf(0)).not.toEqual(idsOf(1));
    expect(idsOf(0)).not.toEqual(idsOf(0).toSorted());
  });

  it('is the same for the same seed, another one for another, whatever its parts', async () => {
    const [one, two, other] = [await draw(PLAN), await draw(PLAN), await draw({ ...PLAN, seed: 2 })];
    expect(contents(two.out)).toEqual(contents(one.out));
    expect(contents(other.out)).not.toEqual(contents(one.out));
    const parts = await draw(PLAN, { partTokens: 500 });
    const key = 'shop/documentation';
    expect(parts.strata.find(({ stratum }) => stratum === key)!.files.length).toBeGreaterThan(3);
    const ids = (of: typeof one) =>
      records(of, key)
        .map(({ id, epoch }) => `${epoch} ${id}`)
        .toSorted();
    expect(ids(parts)).toEqual(ids(one));
    expect(ids(other)).not.toEqual(ids(one));
  });

  it('holds the text to train on, and the messages of trajectories', async () => {
    const sampled = await draw({ ...PLAN, weights: {}, budget: manifest.totals.tokens, limits: {} });
    const talk = records(sampled, 'talks/trajectories').find(({ id }) => id === 'talks:talk-3')!;
    expect(talk.text).toBe(
      'user: What is the price of item 3? Please. Please. Please. \n\n' +
        'assistant: The shop knows.\ncall get_item {"id":"item-3"}\n\n' +
        'tool: {"price":3,"note":"\u2028 \\u0000 \u{1f600}"}\n\nassistant: It is 3.',
    );
    expect(talk.messages).toHaveLength(4);
    expect(talk.messages![1]).toMatchObject({ role: 'assistant', tool_calls: [{ id: 'c1' }] });
    expect(talk.tools).toMatchObject([{ function: { name: 'get_item' } }]);
    const shards = (table: 'api_docs' | 'document_texts') =>
      literal(path.join(corpus, manifest.tables[table]!.shards[0]!.path));
    const texts = await db.rows<{ id: string; text: string }>(
      `SELECT api_id AS id, document AS text FROM read_parquet(${shards('api_docs')})
       UNION ALL SELECT document_id, content FROM read_parquet(${shards('document_texts')})`,
    );
    const stored = new Map(texts.map(({ id, text }) => [id, text]));
    for (const key of ['shop/documentation', 'client/code', 'manual/text'])
      for (const { id, text } of records(sampled, key)) expect(text).toBe(stored.get(id));
  });

  it('is the same as Parquet', async () => {
    const [lines, parquet] = [await draw(PLAN), await draw(PLAN, { format: 'parquet' })];
    for (const { stratum, files } of parquet.strata) {
      const names = files.map((file) => literal(path.join(parquet.out, file.path)));
      const rows = await db.rows<Record<'id' | 'text' | 'messages', string> & { epoch: number }>(
        `SELECT id, epoch, text, messages FROM read_parquet([${names.join(', ')}])`,
      );
      const expected = records(lines, stratum);
      expect(rows.map(({ id, epoch, text }) => ({ id, epoch, text }))).toEqual(
        expected.map(({ id, epoch, text }) => ({ id, epoch, text })),
      );
      expect(rows.map(({ messages }) => (messages === null ? undefined : JSON.parse(messages)))).toEqual(
        expected.map(({ messages }) => messages),
      );
    }
  });

  it('draws nothing where nothing is asked for', async () => {
    const sampled = await draw({ ...PLAN, budget: 0 });
    expect(sampled).toMatchObject({ drawn_records: 0, strata: [] });
    expect(Object.keys(contents(sampled.out))).toEqual(['sample.json']);
  });
});

function tokensOf(key: string): number {
  return strataOf(manifest).find((stratum) => stratum.key === key)!.tokens;
}

const planFile = (plan: Plan, change: (text: string) => string = (text) => text): string => {
  const file = path.join(root, `plan${samples++}.json`);
  writeFileSync(file, change(writePlanFile({ corpus: 'mixed', tokenizer: manifest.tokenizer, plan })));
  return file;
};
const refused = (plan: string, rest: object = {}) =>
  expect(sample({ dir: corpus, plan, out: path.join(root, 'never'), ...rest }, silent)).rejects;

describe('what cannot be drawn', () => {
  it('is refused, and says why', async () => {
    await refused(planFile({ ...PLAN, weights: { 'gone/code': 1 } })).toThrow(/gone\/code/);
    await refused(planFile(PLAN, () => '{}')).toThrow(/is not a plan: format/);
    await refused(planFile(PLAN, (text) => text.replace(manifest.tokenizer, 'cl100k'))).toThrow(/cl100k/);
    await refused(path.join(root, 'no-such-plan')).toThrow(/no such file/);
    await refused(planFile(PLAN), { format: 'csv' }).toThrow(/jsonl or parquet/);
    await refused(planFile(PLAN), { out: corpus }).toThrow(/is not a sample/);
    expect(existsSync(path.join(root, 'never'))).toBe(false);
  });

  it('is a corpus whose tables hold something else than it says', async () => {
    const sources = manifest.sources.map((source) => ({
      ...source,
      components: Object.fromEntries(
        Object.entries(source.components).map(([name, counts]) => [name, { ...counts, tokens: counts.tokens + 1 }]),
      ),
    }));
    await expect(draw(PLAN, { manifest: { ...manifest, sources } })).rejects.toThrow(/forge check/);
  });
});

describe('a sample that is killed', () => {
  it('leaves nothing half, and the same command ends with the same files', async () => {
    const talks = tokensOf('talks/trajectories') + tokensOf('shop-examples/trajectories');
    const plan = { ...PLAN, weights: { trajectories: 1 }, budget: 30 * talks, maxEpochs: 30 };
    const file = path.join(root, 'long-plan.json');
    writeFileSync(file, writePlanFile({ corpus: 'mixed', tokenizer: manifest.tokenizer, plan }));
    const out = path.join(root, 'killed');
    const args = [path.join(ROOT, 'builder/forge.mjs'), 'sample', corpus, '--plan', file, '--out', out, '--json'];
    const finished = (): string[] =>
      existsSync(`${out}.sampling/sample`)
        ? readdirSync(`${out}.sampling/sample`, { recursive: true, encoding: 'utf8' }).filter((name) =>
            name.endsWith('.jsonl'),
          )
        : [];
    const code = await new Promise<number | null>((resolve) => {
      const child = spawn(process.execPath, args, { stdio: 'ignore' });
      child.once('close', resolve);
      const timer = setInterval(() => {
        if (finished().length < 3) return;
        clearInterval(timer);
        child.kill('SIGKILL');
      }, 2);
    });
    expect(code).not.toBe(0);
    expect(existsSync(out)).toBe(false);
    const kept = finished();
    const marks = kept.map((name) => readFileSync(path.join(`${out}.sampling/sample`, name), 'utf8'));
    const whole = await draw(plan);
    const again = await draw(plan, { out });
    expect(contents(again.out)).toEqual(contents(whole.out));
    expect(kept.map((name) => readFileSync(path.join(out, name), 'utf8'))).toEqual(marks);
    expect(again.strata.flatMap(({ files }) => files).length).toBeGreaterThan(kept.length);
    expect(existsSync(`${out}.sampling`)).toBe(false);
  }, 120_000);

  it('uses nothing of another plan', async () => {
    const out = path.join(root, 'other');
    const options = { out, partTokens: 300 };
    await expect(
      draw(PLAN, {
        ...options,
        progress: {
          note: () => {},
          phase: () => ({
            advance: () => {
              throw new Error('stopped');
            },
            end: () => {},
          }),
        },
      }),
    ).rejects.toThrow('stopped');
    expect(existsSync(`${out}.sampling/sample`)).toBe(true);
    const changed = { ...PLAN, seed: 9 };
    await draw(changed, options);
    expect(contents(out)).toEqual(contents((await draw(changed, { partTokens: 300 })).out));
  });
});
