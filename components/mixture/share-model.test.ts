import { describe, expect, it } from 'vitest';
import { miniManifest, stat } from '@/lib/testing/mini-mixture';
import { sharesOf } from './share-model';
import type { CorpusStats } from './shown-corpus';

const manifest = miniManifest([
  {
    source: 'docs',
    stage: null,
    licence: 'CC0-1.0',
    components: { documentation: { records: 4, tokens: 600, chars: 2_000 } },
  },
  {
    source: 'runs',
    stage: null,
    licence: 'MIT',
    components: { trajectories: { records: 4, tokens: 400, chars: 900 } },
  },
]);

function corpus(stats: CorpusStats['stats']): CorpusStats {
  return { corpus: { name: 'mini', baseUrl: '/', manifest }, manifest, link: 'mini', beside: false, stats };
}

const slices = (by: 'licence' | 'domain' | 'source', stats: CorpusStats['stats'] = []) =>
  sharesOf([corpus(stats)], by, 'tokens')[0]!.slices.map(({ label, share, href }) => [label, share, href]);

const licence = (bucket: string, count: number) =>
  stat({ source: 'docs', component: 'documentation', dimension: 'licence', bucket, count, sum: 100 * count });

describe('sharesOf', () => {
  it('names sources and links to their records', () => {
    expect(slices('source')).toEqual([
      ['docs', 0.6, '/apis/?corpus=mini&source=docs'],
      ['runs', 0.4, '/trajectories/?corpus=mini&source=runs'],
    ]);
  });

  it('links by source where a value is all of it, by column else, and not where no list has the column', () => {
    const licences = [
      ...stat({
        source: 'docs',
        component: 'documentation',
        dimension: 'licence',
        bucket: 'Apache-2.0',
        count: 1,
        sum: 100,
      }),
      ...stat({ source: 'docs', component: 'documentation', dimension: 'licence', bucket: '', count: 3, sum: 500 }),
    ];
    expect(slices('licence', licences)).toEqual([
      ['CC0-1.0', 0.5, '/apis/?corpus=mini&licence=CC0-1.0&licence_of=docs'],
      ['Apache-2.0', 0.1, '/apis/?corpus=mini&licence=Apache-2.0'],
      ['MIT', 0.4, '/trajectories/?corpus=mini&source=runs'],
    ]);
    // Some records state what is also their source's licence, beside others that state another.
    const both = [...licence('CC0-1.0', 1), ...licence('', 2), ...licence('MIT', 1)];
    expect(slices('licence', both).map(([label, , href]) => [label, href])).toEqual([
      ['CC0-1.0', '/apis/?corpus=mini&licence=CC0-1.0&licence_of=docs'],
      ['MIT', '/apis/?corpus=mini&licence=MIT'],
      ['MIT', '/trajectories/?corpus=mini&source=runs'],
    ]);
    const domains = [
      ...stat({ source: 'docs', component: 'documentation', dimension: 'domain', bucket: 'maps', count: 1, sum: 100 }),
      ...stat({
        source: 'docs',
        component: 'documentation',
        dimension: 'domain',
        bucket: '(other)',
        count: 3,
        sum: 500,
      }),
    ];
    expect(slices('domain', domains)).toEqual([
      ['all others', 0.5, '/apis/?corpus=mini&others=domain'],
      ['maps', 0.1, '/apis/?corpus=mini&domain=maps'],
      ['no domain stated', 0.4, '/trajectories/?corpus=mini&source=runs'],
    ]);
  });
});
