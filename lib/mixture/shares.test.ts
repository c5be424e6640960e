import { describe, expect, it } from 'vitest';
import { miniManifest, stat } from '../testing/mini-mixture.ts';
import { slicesOf, totalOf } from './shares.ts';

const manifest = miniManifest([
  {
    source: 'docs',
    stage: 'pre-training',
    licence: 'CC0-1.0',
    components: { documentation: { records: 4, tokens: 600, chars: 2_000 } },
  },
  {
    source: 'code',
    stage: null,
    licence: 'various',
    components: { code: { records: 3, tokens: 300, chars: 900 }, text: { records: 1, tokens: 50, chars: 200 } },
  },
  {
    source: 'runs',
    stage: 'sft',
    licence: 'MIT',
    components: { trajectories: { records: 2, tokens: 50, chars: 200 } },
  },
]);

const languages = [
  ...stat({ source: 'code', component: 'code', dimension: 'language', bucket: 'TypeScript', count: 2, sum: 250 }),
  ...stat({
    source: 'code',
    component: 'code',
    dimension: 'language',
    bucket: 'TypeScript',
    measure: 'chars',
    count: 2,
    sum: 700,
  }),
  ...stat({ source: 'code', component: 'code', dimension: 'language', bucket: '', count: 1, sum: 50 }),
  // The whole is no slice.
  ...stat({ source: 'code', component: 'code', dimension: '', bucket: '', count: 3, sum: 300 }),
];

const short = (slices: ReturnType<typeof slicesOf>, of: 'tokens' | 'records' | 'chars' | 'trajectories' = 'tokens') =>
  slices.map(({ component, value, amounts }) => [component, value, amounts[of]]);

describe('slicesOf', () => {
  it('takes components, sources and stages from corpus.json', () => {
    expect(short(slicesOf(manifest, [], 'component'))).toEqual([
      ['documentation', 'documentation', 600],
      ['trajectories', 'trajectories', 50],
      ['code', 'code', 300],
      ['text', 'text', 50],
    ]);
    expect(short(slicesOf(manifest, [], 'source'), 'records')).toContainEqual(['text', 'code', 1]);
    expect(short(slicesOf(manifest, [], 'stage'))).toContainEqual(['documentation', 'pre-training', 600]);
    expect(short(slicesOf(manifest, [], 'stage'))).toContainEqual(['code', '', 300]);
  });

  it('takes the values of a column from token_stats, and what has no such column from corpus.json', () => {
    const slices = slicesOf(manifest, languages, 'language');
    expect(short(slices)).toEqual([
      ['documentation', '', 600],
      ['trajectories', '', 50],
      ['code', 'TypeScript', 250],
      ['code', '', 50],
      ['text', '', 50],
    ]);
    expect(short(slices, 'chars')).toContainEqual(['code', 'TypeScript', 700]);
    expect(totalOf(slices, 'tokens')).toBe(1_000);
  });

  it("puts records without a licence under their source's", () => {
    const licences = stat({ source: 'code', component: 'code', dimension: 'licence', bucket: '', count: 3, sum: 300 });
    expect(short(slicesOf(manifest, licences, 'licence'))).toContainEqual(['code', 'various', 300]);
  });

  it('counts trajectories among trajectories alone', () => {
    expect(totalOf(slicesOf(manifest, [], 'source'), 'trajectories')).toBe(2);
  });
});
