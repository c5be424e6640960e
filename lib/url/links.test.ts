import { createLoader } from 'nuqs/server';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS } from '../corpus/index.ts';
import { randomOf } from '../testing/random.ts';
import {
  API_COLUMNS,
  apiListParsers,
  apiUrlKeys,
  effectiveSort,
  filterOf,
  NO_API_LIST,
  type ApiListState,
} from './apis.ts';
import { corpusParser, parseCorpus } from './corpus.ts';
import { DOCUMENT_SORTS, documentListParsers, documentUrlKeys, type DocumentListState } from './documents.ts';
import { apiHref, apisHref, documentHref, overviewHref, trajectoriesHref, trajectoryHref } from './links.ts';
import { id } from './parsers.ts';
import { steps } from './step-place.ts';
import {
  NO_TRAJECTORY_LIST,
  TRAJECTORY_COLUMNS,
  trajectoryListParsers,
  trajectoryUrlKeys,
  type TrajectoryListState,
} from './trajectories.ts';

const loadApi = createLoader({ corpus: corpusParser, id, ...apiListParsers }, { urlKeys: apiUrlKeys });
const loadTrajectory = createLoader(
  { corpus: corpusParser, id, step: steps, ...trajectoryListParsers },
  { urlKeys: trajectoryUrlKeys },
);
const loadDocument = createLoader({ corpus: corpusParser, id, ...documentListParsers }, { urlKeys: documentUrlKeys });
const random = randomOf(11);
const values = () => [...new Set(random.list(0, 4, () => random.text(10)))];
const maybe = <T>(make: () => T) => (random.below(2) === 0 ? null : make());
const range = () => maybe(() => [random.below(100), 100 + random.below(100)] as const);
const sortOf = <C extends string>(columns: readonly C[]) =>
  maybe(() => ({ column: random.pick(columns), direction: random.pick(['asc', 'desc'] as const) }));
const text = () => random.text(20).replace(/\p{Cc}/gu, '');
const search = (href: string) => new URL(href, 'https://site.example').searchParams;

function apiList(): ApiListState {
  return {
    q: text(),
    providers: values(),
    tools: values(),
    domains: values(),
    kinds: values(),
    methods: values(),
    schemaStatuses: values(),
    sources: values(),
    deprecated: maybe(() => random.below(2) === 0),
    called: maybe(() => random.pick(['called', 'uncalled'] as const)),
    params: range(),
    tokens: range(),
    calls: range(),
    duplicates: values(),
    chars: range(),
    density: maybe(() => [random.below(100) / 128, null] as const),
    others: maybe(() => random.pick(DIMENSIONS)),
    licences: values(),
    licenceOf: values(),
    sample: maybe(() => ({ n: 1 + random.below(1000), seed: random.below(1000) })),
    sort: sortOf([...API_COLUMNS, 'relevance'] as const),
  };
}

function trajectoryList(): TrajectoryListState {
  return {
    q: text(),
    sources: values(),
    kinds: values(),
    domains: values(),
    models: values(),
    outcomes: values(),
    formats: values(),
    problems: values(),
    tools: values(),
    sequence: maybe(() => [random.text(5), random.text(5)]) ?? [],
    api: maybe(() => `p/t/${random.text(10)}`),
    errors: maybe(() => random.below(2) === 0),
    branches: maybe(() => random.below(2) === 0),
    steps: range(),
    calls: range(),
    errorCount: range(),
    tokens: range(),
    reward: maybe(() => [random.below(100) / 8 - 9, null] as const),
    tokens_system: range(),
    tokens_user: range(),
    tokens_assistant: range(),
    tokens_reasoning: range(),
    tokens_calls: range(),
    tokens_observations: range(),
    duplicates: values(),
    chars: range(),
    density: maybe(() => [null, random.below(100) / 128] as const),
    others: maybe(() => random.pick(DIMENSIONS)),
    stepTokens: range(),
    sample: maybe(() => ({ n: 1 + random.below(1000), seed: random.below(1000) })),
    sort: sortOf([...TRAJECTORY_COLUMNS, 'relevance'] as const),
  };
}

function documentList(): DocumentListState {
  return {
    q: text(),
    sources: values(),
    components: values(),
    languages: values(),
    licences: values(),
    licenceOf: values(),
    duplicates: values(),
    tokens: range(),
    chars: range(),
    bytes: range(),
    density: maybe(() => [random.below(100) / 100, 1] as const),
    others: maybe(() => random.pick(DIMENSIONS)),
    sample: maybe(() => ({ n: 1 + random.below(1000), seed: random.below(1000) })),
    sort: sortOf(DOCUMENT_SORTS),
  };
}

describe('links', () => {
  it('carry an id, the corpus and the list, and all is read back', () => {
    for (let i = 0; i < 300; i++) {
      const list = apiList();
      const apiId = `provider/tool/${random.text(12)}`;
      expect(loadApi(search(apiHref(apiId, { corpus: 'default', list })))).toEqual({
        corpus: 'default',
        id: apiId,
        ...list,
      });
      const runs = trajectoryList();
      const href = trajectoryHref(apiId, i, { corpus: 'https://host.example/c/', list: runs });
      expect(loadTrajectory(search(href))).toEqual({
        corpus: 'https://host.example/c/',
        id: apiId,
        step: { from: i, to: i },
        ...runs,
      });
      const documents = documentList();
      expect(loadDocument(search(documentHref(apiId, { corpus: null, list: documents })))).toEqual({
        corpus: null,
        id: apiId,
        ...documents,
      });
    }
  });

  it('say nothing of what is not chosen', () => {
    expect(overviewHref()).toBe('/');
    expect(apisHref()).toBe('/apis/');
    expect(apisHref({ list: NO_API_LIST })).toBe('/apis/');
    expect(trajectoriesHref({ list: NO_TRAJECTORY_LIST })).toBe('/trajectories/');
    expect(apiHref('a/b/c')).toBe('/apis/view/?id=a/b/c');
    expect(trajectoryHref('s:1', 0)).toBe('/trajectories/view/?id=s:1&step=0');
    expect(overviewHref('mini')).toBe('/?corpus=mini');
    expect(apisHref({}, 'a/b/c')).toBe('/apis/?row=a/b/c');
  });

  it('use short names', () => {
    expect(
      apisHref({
        list: { providers: ['stripe.com'], schemaStatuses: ['none'], sort: { column: 'n_calls', direction: 'desc' } },
      }),
    ).toBe('/apis/?provider=stripe.com&schema=none&sort=-n_calls');
  });
});

describe('garbage in the address', () => {
  it('is the default, whatever it is', () => {
    const names = [
      'q',
      'provider',
      'deprecated',
      'called',
      'params',
      'tokens',
      'sample',
      'sort',
      'id',
      'corpus',
      'step',
      'errors',
      'api',
    ];
    for (let i = 0; i < 300; i++) {
      const params = new URLSearchParams(random.list(0, 8, () => [random.pick(names), random.text(30)]));
      const { id: _id, corpus: _corpus, ...list } = loadApi(params);
      expect(apisHref({ list })).toMatch(/^\/apis\//);
      expect(effectiveSort(list).column).toBeTypeOf('string');
      expect(filterOf(list).providers.length).toBeLessThan(201);
      expect(() => loadTrajectory(params)).not.toThrow();
    }
    expect(loadApi(new URLSearchParams('deprecated=maybe&called=1&params=9..1&sample=x&sort=-nothing'))).toEqual({
      corpus: null,
      id: null,
      ...NO_API_LIST,
    });
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:,x',
    '//host/',
    'https://user:pass@host/',
    '../x',
    'a b',
    '',
    'x'.repeat(101),
  ])('is no corpus: %j', (value) => expect(parseCorpus(value)).toBeNull());
});

describe('effectiveSort', () => {
  it('is by relevance while searching, else by id, unless one is chosen', () => {
    expect(effectiveSort(NO_API_LIST).column).toBe('api_id');
    expect(effectiveSort({ ...NO_API_LIST, q: 'pay' }).column).toBe('relevance');
    expect(effectiveSort({ ...NO_API_LIST, q: 'pay', sort: { column: 'name', direction: 'asc' } }).column).toBe('name');
  });
});

describe('a link to trajectories', () => {
  it('that is old still says what it said', () => {
    const link =
      'q=pay&source=a,b&kind=tree&domain=\\0&model=m&outcome=success&api=p/t/x&errors=yes&steps=2..9&calls=1..&tokens=..9';
    expect(loadTrajectory(new URLSearchParams(`${link}&sort=-tokens`))).toEqual({
      ...NO_TRAJECTORY_LIST,
      corpus: null,
      id: null,
      step: null,
      q: 'pay',
      sources: ['a', 'b'],
      kinds: ['tree'],
      domains: [''],
      models: ['m'],
      outcomes: ['success'],
      api: 'p/t/x',
      errors: true,
      steps: [2, 9],
      calls: [1, null],
      tokens: [null, 9],
      sort: { column: 'tokens', direction: 'desc' },
    });
  });

  it('names tools in order, and needs two of them', () => {
    const href = trajectoriesHref({ list: { sequence: ['a/b/c', 'a/b/c'], problems: ['wrong-type'] } });
    expect(href).toBe('/trajectories/?problem=wrong-type&then=a/b/c,a/b/c');
    expect(loadTrajectory(search(href)).sequence).toEqual(['a/b/c', 'a/b/c']);
    expect(loadTrajectory(new URLSearchParams('then=a,b,c')).sequence).toEqual([]);
  });
});
