import { describe, expect, it } from 'vitest';
import { parsePythonAssignments, parsePythonCalls, parsePythonFunctions, parsePythonLiteral } from './python.ts';

const valueOf = (text: string) => {
  const parsed = parsePythonLiteral(text);
  return parsed.ok ? parsed.value : parsed.message;
};

const brief = (text: string) =>
  parsePythonCalls(text)?.map(({ name, args }) => [name, ...args.map((arg) => [arg.name, arg.value])]) ?? null;

describe('parsePythonLiteral', () => {
  it.each<[string, unknown]>([
    [`{'a': [1, -2, +3.5], "b": (None, True), 'c': {False}}`, { a: [1, -2, 3.5], b: [null, true], c: [false] }],
    [`  [1,\n  2,  # two\n ]\n`, [1, 2]],
    ['()', []],
    ['(1,)', [1]],
    ['((1))', 1],
    ['{}', {}],
    ['0x1F', 31],
    ['1_000', 1000],
    ['.5', 0.5],
    ['6.02e23', 6.02e23],
    [`{1: 'a', None: 'b', True: 'c', 1.5: 'd'}`, { '1': 'a', null: 'b', true: 'c', '1.5': 'd' }],
    [`{'a': 1, 'a': 2}`, { a: 2 }],
  ])('reads %s', (text, value) => expect(valueOf(text)).toEqual(value));

  it.each<[string, string]>([
    [`'it\\'s'`, "it's"],
    [`"a\\tb\\n\\\\n\\x41\\101\\u00e9\\U0001F600\\q"`, 'a\tb\n\\nAAé😀\\q'],
    [`r'C:\\new'`, 'C:\\new'],
    [`b'\\xff\\u0041'`, 'ÿ\\u0041'],
    [`'''one\n"two" 'three' '''`, `one\n"two" 'three' `],
    [`"a" 'b' """c"""`, 'abc'],
    [`'line \\\ncontinued'`, 'line continued'],
    [`'日本 \u0007'`, '日本 \u0007'],
    [`''`, ''],
  ])('reads the string %s', (text, value) => expect(valueOf(text)).toBe(value));

  it.each([
    '',
    'nan',
    '1 + 2',
    '--1',
    'not True',
    '1j',
    '01',
    '[1 2]',
    '[1,,2]',
    '[,]',
    `{'a' 1}`,
    `{'a': 1, 2}`,
    `{(1, 2): 3}`,
    '{**a}',
    '[*a]',
    'f(1)',
    '[x for x in y]',
    `f'{x}'`,
    `'\\N{BULLET}'`,
    `'open`,
    `'a\nb'`,
    '1\n2',
    '1, 2; 3',
    '...',
    'null',
    '[1',
    `{"a": true}`,
  ])('refuses %j', (text) => expect(parsePythonLiteral(text).ok).toBe(false));

  it('keeps all digits of integers in its JSON', () => {
    const parsed = parsePythonLiteral(`{'id': 12345678901234567890123, 'x': -0xFFFFFFFFFFFFFFFFFF, "y": 1.50}`);
    expect(parsed.ok && parsed.json).toBe('{"id":12345678901234567890123,"x":-4722366482869645213695,"y":1.50}');
  });

  it('takes __proto__ for a key like any other', () => {
    const parsed = parsePythonLiteral(`{'__proto__': {'admin': True}}`);
    expect(parsed.ok && Object.keys(parsed.value as object)).toEqual(['__proto__']);
    expect(parsed.ok && (parsed.value as { admin?: boolean }).admin).toBeUndefined();
  });

  it('refuses what is too long or too deep, and does not overflow', () => {
    expect(valueOf(`'${'x'.repeat(200_000)}'`)).toMatch(/longer than/);
    expect(parsePythonLiteral('['.repeat(5_000)).ok).toBe(false);
    expect(parsePythonLiteral(`${'['.repeat(2_000)}${']'.repeat(2_000)}`).ok).toBe(false);
    expect(parsePythonLiteral(`${'['.repeat(100)}${']'.repeat(100)}`).ok).toBe(true);
  });
});

describe('parsePythonCalls', () => {
  it.each<[string, unknown]>([
    [`f(a=1)`, [['f', ['a', 1]]]],
    [`[f(a='x, (y)', b=[1, 2]), g()]`, [['f', ['a', 'x, (y)'], ['b', [1, 2]]], ['g']]],
    [`tool.method(3, to="y")`, [['tool.method', [null, 3], ['to', 'y']]]],
    [`[Get Rates v2(from="USD", class='a')]`, [['Get Rates v2', ['from', 'USD'], ['class', 'a']]]],
    [`天气/查询(城市='北京')`, [['天气/查询', ['城市', '北京']]]],
    [`f(a=1,)`, [['f', ['a', 1]]]],
    [`a(), b(x=1)`, [['a'], ['b', ['x', 1]]]],
    [`a()\nb()`, [['a'], ['b']]],
    [`load(model=Net(3), n=x)`, [['load', ['model', 'Net(3)'], ['n', 'x']]]],
    [`f(url="https://x.y/?a=b")`, [['f', ['url', 'https://x.y/?a=b']]]],
    [`f("a=b")`, [['f', [null, 'a=b']]]],
    ['f(a=true, b=[null])', [['f', ['a', true], ['b', [null]]]]],
    ['[]', []],
  ])('reads %s', (text, calls) => expect(brief(text)).toEqual(calls));

  it.each([
    '',
    'f',
    'f(',
    'f(a=1',
    '[f(a=1)',
    'f(a=1)]',
    'f(1)(2)',
    'x = f(1)',
    'f(1) and more',
    '(1)',
    `f('a)`,
    'f(,)',
    '[1, 2]',
    'f(a])',
  ])('refuses %j', (text) => expect(parsePythonCalls(text)).toBeNull());

  it('knows where calls are and how their arguments were written', () => {
    const text = ` [f(a = 12345678901234567890 , b=v), g( )] `;
    const calls = parsePythonCalls(text)!;
    expect(calls.map(({ start, end }) => text.slice(start, end))).toEqual([
      'f(a = 12345678901234567890 , b=v)',
      'g( )',
    ]);
    expect(calls[0]!.argumentsText).toBe('a = 12345678901234567890 , b=v');
    expect(calls[0]!.args[0]).toMatchObject({ raw: '12345678901234567890', json: '12345678901234567890' });
    expect(calls[0]!.args[1]).toMatchObject({ raw: 'v', json: null });
  });
});

describe('parsePythonFunctions', () => {
  const SOURCE = `
import os

@cached
def find(name: str, limit: Optional[int] = 10, *rest, deep=False, **more) -> Dict[str, int]:
    """Finds a thing.

    Args:
        name (str): \\"the\\" name
    """
    return {}

class Shop(Base):
    stock: int = 3
    async def buy(self, item: "Item"): pass
`;

  it('reads signatures and docstrings', () => {
    const [find, buy] = parsePythonFunctions(SOURCE)!;
    expect(find).toMatchObject({
      name: 'find',
      owner: null,
      params: [
        { name: 'name', star: '', annotation: 'str', default: null },
        { name: 'limit', star: '', annotation: 'Optional[int]', default: '10' },
        { name: 'rest', star: '*', annotation: null, default: null },
        { name: 'deep', star: '', annotation: null, default: 'False' },
        { name: 'more', star: '**', annotation: null, default: null },
      ],
      returns: 'Dict[str, int]',
      docstring: 'Finds a thing.\n\n    Args:\n        name (str): "the" name\n    ',
    });
    expect(find!.raw).toMatch(/^def find\([\s\S]*return \{\}$/);
    expect(buy).toMatchObject({ name: 'buy', owner: 'Shop', docstring: null, returns: null });
    expect(buy!.params[1]).toMatchObject({ name: 'item', annotation: '"Item"' });
  });

  it('refuses what is too long', () => expect(parsePythonFunctions(' '.repeat(200_001))).toBeNull());
});

describe('parsePythonAssignments', () => {
  it('reads names of the module and of classes', () => {
    const text = `title = 'T'\na = b = {'x': 1}\nn: int = 5\nx += 1\nq, r = 1, 2\no.p = 1\nclass C:\n    d = [1,\n      2]\n    def m(self): y = 1\n`;
    expect(parsePythonAssignments(text)).toEqual([
      { name: 'title', owner: null, annotation: null, value: "'T'" },
      { name: 'a', owner: null, annotation: null, value: "{'x': 1}" },
      { name: 'b', owner: null, annotation: null, value: "{'x': 1}" },
      { name: 'n', owner: null, annotation: 'int', value: '5' },
      { name: 'd', owner: 'C', annotation: null, value: '[1,\n      2]' },
    ]);
  });
});
