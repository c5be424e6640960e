import { describe, expect, it } from 'vitest';
import { apiTerms, SEARCH_FIELDS } from './api-terms.ts';
import { highlight } from './highlight.ts';
import { indexTerms, termOf } from './term-numbers.ts';
import { queryTerms, terms } from './terms.ts';

describe('terms', () => {
  it.each([
    ['List all Pets', ['list', 'all', 'pets']],
    ['getUserById', ['get', 'user', 'by', 'id']],
    ['get_user-by.id', ['get', 'user', 'by', 'id']],
    ['HTTPServer2Go', ['http', 'server2', 'go']],
    ['s3Bucket v2', ['s3', 'bucket', 'v2']],
    ['OAuth iPhone', ['oauth', 'iphone']],
    ['/repos/{owner}/issues', ['repos', 'owner', 'issues']],
    ['ﬁle Ｆｕｌｌ', ['file', 'full']],
    ['Straße ÜBER', ['straße', 'über']],
    ['用户 接口', ['用户', '接口']],
    ['', []],
    ['— … !', []],
  ])('of %j', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it('are bounded in length, never within a character', () => {
    expect(terms('a'.repeat(100))).toEqual(['a'.repeat(40)]);
    expect(terms(`${'a'.repeat(39)}\u{20000}b`)).toEqual(['a'.repeat(39)]);
  });

  it('take what is too long to be a name for one word', () => {
    const name = 'aB-'.repeat(42);
    expect(terms(`${name}a`)).toHaveLength(43);
    expect(terms(`${name}aBc`)).toEqual([name.toLowerCase().slice(0, 40)]);
  });

  it('of the index hold whole identifiers too', () => {
    expect(indexTerms('getUser by user_id').map(termOf)).toEqual([
      'get',
      'user',
      'getuser',
      'by',
      'user',
      'id',
      'userid',
    ]);
  });

  it('of a query leave out stop words, but not the last', () => {
    expect(queryTerms('list of the pets')).toEqual(['list', 'pets']);
    expect(queryTerms('pets of')).toEqual(['pets', 'of']);
    expect(queryTerms('pets a')).toEqual(['pets']);
    expect(queryTerms('pets b')).toEqual(['pets', 'b']);
    expect(queryTerms('a')).toEqual(['a']);
    expect(queryTerms('pets Pets')).toEqual(['pets']);
  });
});

const doc = (description: string | null, ...names: string[]): Parameters<typeof apiTerms>[1] => ({
  description,
  params: names.map((name) => ({
    name,
    location: 'query',
    type: null,
    required: false,
    description: null,
    constraints: null,
    schema: null,
  })),
});

const weightOf = (found: ReturnType<typeof apiTerms>, term: string): number =>
  found.find((one) => termOf(one.term) === term)?.weight ?? 0;

describe('apiTerms', () => {
  const api = { name: 'listPets', path: '/pets', summary: 'List pets' };
  it('tell in which fields a term is', () => {
    const { name, path, summary, description, parameters } = SEARCH_FIELDS;
    const found = new Map(
      apiTerms(api, doc('A <b>dog</b> is a pet', 'pageSize')).map(({ term, fields }) => [termOf(term), fields]),
    );
    expect(Object.fromEntries(found)).toEqual({
      list: name.bit | summary.bit,
      pets: name.bit | path.bit | summary.bit,
      listpets: name.bit,
      dog: description.bit,
      pet: description.bit,
      page: parameters.bit,
      size: parameters.bit,
      pagesize: parameters.bit,
    });
  });

  it('weigh a name more than a description, and repetition less and less', () => {
    const once = apiTerms(api, doc('cat'));
    expect(weightOf(once, 'pets')).toBeGreaterThan(weightOf(once, 'cat'));
    const twice = weightOf(apiTerms(api, doc('cat cat')), 'cat');
    const thrice = weightOf(apiTerms(api, doc('cat cat cat')), 'cat');
    expect(twice).toBeGreaterThan(weightOf(once, 'cat'));
    expect(thrice - twice).toBeLessThan(twice - weightOf(once, 'cat'));
    expect(thrice).toBeLessThan(1);
  });

  it('weigh a long description less', () => {
    const filler = Array.from({ length: 200 }, (_, n) => `w${n}`).join(' ');
    expect(weightOf(apiTerms(api, doc(`cat ${filler}`)), 'cat')).toBeLessThan(
      weightOf(apiTerms(api, doc('cat')), 'cat'),
    );
  });

  it('are bounded in number, but keep every parameter', () => {
    const words = Array.from({ length: 500 }, (_, n) => `w${n}`).join(' ');
    const names = Array.from({ length: 120 }, (_, n) => `p${n}`);
    expect(apiTerms(api, doc(words))).toHaveLength(96);
    const all = new Set(apiTerms(api, doc(words, ...names)).map(({ term }) => termOf(term)));
    expect(names.every((name) => all.has(name))).toBe(true);
  });
});

/** The text with what is highlighted in brackets. */
const marked = (text: string, query: string): string =>
  highlight(text, queryTerms(query))
    .toReversed()
    .reduce((shown, { start, end }) => `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`, text);

describe('highlight', () => {
  it.each([
    ['List all pets', 'pe', 'List all [pe]ts'],
    ['getUserById', 'user', 'get[User]ById'],
    ['getUserById', 'getus', '[getUs]erById'],
    ['get_user_by_id', 'getUserBy', '[get]_[user]_[by]_id'],
    ['get_user_by_id', 'getuserb', '[get_user_b]y_id'],
    ['a list of lists', 'list', 'a [list] of [list]s'],
    ['Ｆｕｌｌ width', 'full', '[Ｆｕｌｌ] width'],
    ['ﬁle', 'fi', '[ﬁle]'],
    ['nothing here', 'zz', 'nothing here'],
    ['enlisted', 'list', 'enlisted'],
  ])('%j for %j', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });
});
