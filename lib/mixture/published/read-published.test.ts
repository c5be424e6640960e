import { describe, expect, it } from 'vitest';
import { readPublished } from './read-published.ts';
import type { PublishedHistogram } from './published.ts';

const file = (path: string, value: unknown) => ({
  path,
  text: typeof value === 'string' ? value : JSON.stringify(value),
});

const rank = (total: number, n: number, mean: number) => ({
  summary: { total, n, mean, variance: 0, std_dev: 0, min: mean, max: mean },
});

describe('datatrove', () => {
  it('reads a histogram, its token weights and its ranks', () => {
    const { published, problems } = readPublished([
      file('stats/histogram/length/00000.json', { '3': 2, '100': 1 }),
      file('stats/histogram/length/00001.json', { '100': 4 }),
      file('stats/histogram/length_tokens/00000.json', { '3': { total: 4, n: 2, mean: 2 }, '100': 30 }),
      file('stats/histogram/length_tokens/00001.json', {
        '100': { total: 120, n: 4, mean: 30, min: 20, max: 40, std_dev: 8, variance: 64 },
      }),
    ]);
    expect(problems).toEqual([]);
    expect(published).toHaveLength(1);
    const histogram = published[0] as PublishedHistogram;
    expect(histogram).toMatchObject({
      kind: 'histogram',
      statistic: 'length',
      documents: 7,
      sum: 506,
      min: 3,
      max: 100,
      whole: true,
    });
    expect(histogram.bins).toEqual([
      { lower: 3, upper: 4, records: 2, value: 6, tokens: 4 },
      { lower: 96, upper: 112, records: 5, value: 500, tokens: 150 },
    ]);
  });

  it('weights a histogram of token counts by itself', () => {
    const { published } = readPublished([file('histogram/token_count/metric.json', { '10': 3 })]);
    expect((published[0] as PublishedHistogram).bins).toEqual([
      { lower: 10, upper: 12, records: 3, value: 30, tokens: 30 },
    ]);
  });

  it('knows a histogram of ratios by its keys alone', () => {
    const { published } = readPublished([file('white_space_ratio.json', { '0.1': 5, '0.25': 5 })]);
    expect(published[0]).toMatchObject({
      kind: 'histogram',
      statistic: 'white_space_ratio',
      whole: false,
      documents: 10,
    });
  });

  it('reads a summary, and adds up ranks', () => {
    const { published } = readPublished([
      file('a/summary/length/00000.json', rank(20, 2, 10)),
      file('a/summary/length/00001.json', rank(80, 2, 40)),
    ]);
    expect(published).toEqual([
      {
        kind: 'summary',
        origin: 'a/summary/length/00000.json',
        statistic: 'length',
        documents: 4,
        sum: 100,
        mean: 25,
        deviation: expect.closeTo(17.3205, 3),
        min: 10,
        max: 40,
      },
    ]);
  });

  it('reads the left-out n of one document and of ones', () => {
    const { published } = readPublished([
      file('fqdn/length/metric.json', { 'a.example': { total: 7, mean: 7 }, 'b.example': 3 }),
    ]);
    expect(published[0]).toMatchObject({
      kind: 'groups',
      group: 'fqdn',
      entries: [
        { key: 'b.example', documents: 3, mean: 1 },
        { key: 'a.example', documents: 1, mean: 7 },
      ],
    });
  });

  it('names the file and the key of a histogram that is none', () => {
    const { published, problems } = readPublished([file('histogram/length/metric.json', { many: 3 })]);
    expect(published).toEqual([]);
    expect(problems).toEqual(['histogram/length/metric.json: a histogram has numbers as keys, and "many" is none.']);
  });
});

describe('a dataset of the Hub', () => {
  const card = `---
license: mit
dataset_info:
- config_name: calls
  features:
  - name: id
    dtype: int64
  - name: messages
    list:
    - name: role
      dtype: string
    - name: content
      dtype: string
  splits:
  - name: train
    num_bytes: 1000.5
    num_examples: 12
  download_size: 400
---
# Calls
`;

  it('reads features and splits of a card', () => {
    expect(readPublished([file('README.md', card)]).published).toEqual([
      {
        kind: 'dataset',
        origin: 'README.md',
        configuration: 'calls',
        features: [
          { name: 'id', type: 'int64' },
          { name: 'messages', type: 'list<struct<role: string, content: string>>' },
        ],
        splits: [{ name: 'train', examples: 12, bytes: 1000.5 }],
        downloadBytes: 400,
      },
    ]);
  });

  it('reads dataset_infos.json of several configurations', () => {
    const infos = {
      en: {
        features: {
          text: { dtype: 'string', _type: 'Value' },
          tags: { feature: { dtype: 'string', _type: 'Value' }, _type: 'Sequence' },
        },
        splits: { train: { name: 'train', num_bytes: 5, num_examples: 2, dataset_name: 'd' } },
      },
    };
    expect(readPublished([file('dataset_infos.json', infos)]).published).toEqual([
      {
        kind: 'dataset',
        origin: 'dataset_infos.json',
        configuration: 'en',
        features: [
          { name: 'text', type: 'string' },
          { name: 'tags', type: 'list<string>' },
        ],
        splits: [{ name: 'train', examples: 2, bytes: 5 }],
        downloadBytes: null,
      },
    ]);
  });

  it('says what a card lacks', () => {
    const { problems } = readPublished([
      file('README.md', '# no front matter'),
      file('x.json', '{"a":[1]}'),
      file('y.json', '{'),
    ]);
    expect(problems[0]).toBe('README.md: has no front matter between two lines of "---".');
    expect(problems[1]).toBe('x.json: neither statistics of datatrove nor a dataset_info.');
    expect(problems[2]).toMatch(/^y\.json: /);
  });
});
