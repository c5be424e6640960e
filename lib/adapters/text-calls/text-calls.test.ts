import { describe, expect, it } from 'vitest';
import { argumentsAsJson, deriveCalls, type CallSyntax } from './index.ts';

/** Name and arguments of each call; asserts that offsets hold the call. */
function found(text: string, ...syntaxes: CallSyntax[]): (readonly [string, string | null])[] {
  return deriveCalls(text, syntaxes).map(({ name, arguments: given, start, end }) => {
    const call = text.slice(start, end);
    if (given !== null && !given.includes('\u0000')) expect(call).toContain(given);
    return [name, given];
  });
}

describe('react', () => {
  it.each<[string, readonly [string, string | null][]]>([
    ['Thought: go.\nAction: find\nAction Input: {"q": "a:b"}\n', [['find', '{"q": "a:b"}']]],
    ['Thought: go. \nAction: find Action Input: {"q": 1}\nObservation: no', [['find', '{"q": 1}']]],
    [
      'Action 1: find\nAction Input 1: x\nObservation 1: y\nAction 2: end\nAction Input 2: ',
      [
        ['find', 'x'],
        ['end', null],
      ],
    ],
    ['Action: find\nAction Input: {\n "a": 1\n}\nThought: then', [['find', '{\n "a": 1\n}']]],
    ['Think: list.\n\nAct: bash\n\n```bash\nls -la\n```', [['bash', 'ls -la\n']]],
    ['Act: look(4 (four))', [['look', '4 (four)']]],
    ['Action:\nclick[Buy now]', [['click', 'Buy now']]],
    ['Action: wait', [['wait', null]]],
    ['Action: Finish\nAction Input: {"a": 1}', [['Finish', '{"a": 1}']]],
    ['Action: get_relations(m.01, x)', [['get_relations', 'm.01, x']]],
  ])('finds the call of %j', (text, calls) => expect(found(text, 'react')).toEqual(calls));

  it.each([
    'Action: None',
    'Act: answer(4)',
    'Act: finish',
    'The action: find',
    'Thought: no',
    'Action: go to the shelf',
    'My next Action: x\n',
  ])('finds none in %j', (text) => expect(found(text, 'react')).toEqual([]));

  it('takes free text for an action only where the format has such', () => {
    expect(found('Thought: t\nAction: go to shelf 1', 'action')).toEqual([['action', 'go to shelf 1']]);
  });
});

describe('xml', () => {
  it.each<[string, readonly [string, string | null][]]>([
    ['<tool_call>\n{"name": "f", "arguments": {"a": [1, "}"]}}\n</tool_call>', [['f', '{"a": [1, "}"]}']]],
    [
      `<tool_call>{'arguments': {'a': None, 'b': "it's"}, 'name': 'f'}</tool_call>`,
      [['f', `{'a': None, 'b': "it's"}`]],
    ],
    [
      '<think>I call <tool_call> {"name": "no"} </tool_call> next</think>\n<tool_call>\n{"name": "f", "parameters": {}}\n{"name": "g g", "parameters": {"x": 1}}\n</tool_call>',
      [
        ['f', '{}'],
        ['g g', '{"x": 1}'],
      ],
    ],
    [
      '<tool_call> is how.\n<tool_call>{"name":"f"}</tool_call><tool_call>{"name":"g"}</tool_call>',
      [
        ['f', null],
        ['g', null],
      ],
    ],
    ['<tool_call>{"type":"function","function":{"name":"f","arguments":{"a":1}}}</tool_call>', [['f', '{"a":1}']]],
    ['<tool_call>{"name": "f", "arguments": {"a": 1</tool_call>', [['f', '{"a": 1']]],
  ])('finds the calls of %j', (text, calls) => expect(found(text, 'xml')).toEqual(calls));

  it.each([
    '<think>so <tool_call>{"name": "f"}</tool_call>',
    '<think><tool_call>{"name": "f"}</tool_call></think> done',
    '<tool_call>none</tool_call>',
    '<tool_call>{"name": "f"}',
  ])('finds none in %j', (text) => expect(found(text, 'xml')).toEqual([]));

  it('reads what a string of arguments holds', () => {
    const [call] = deriveCalls('<tool_call>{"name": "f", "arguments": "{\\"a\\": 1}"}</tool_call>', ['xml']);
    expect(call!.arguments).toBe('{"a": 1}');
  });
});

describe('functioncall', () => {
  it.each<[string, readonly [string, string | null][]]>([
    [`<functioncall> {"name": "f", "arguments": '{"a": "it's {x}"}'} <|endoftext|>`, [['f', `{"a": "it's {x}"}`]]],
    ['Sure.\n<functioncall> {"name": "f", "arguments": {"a": 1}}', [['f', '{"a": 1}']]],
    ['<functioncall> {"name": "now"} <|endoftext|>', [['now', null]]],
  ])('finds the call of %j', (text, calls) => expect(found(text, 'functioncall')).toEqual(calls));
});

describe('brackets', () => {
  it.each<[string, readonly [string, string | null][]]>([
    [
      '[Get Rate(from="USD", n=1), Now()]',
      [
        ['Get Rate', 'from="USD", n=1'],
        ['Now', null],
      ],
    ],
    ['Here:\n[f(a={"b": [1]})]\ndone', [['f', 'a={"b": [1]}']]],
    ['{Stocks:("page":1)}', [['Stocks', '"page":1']]],
    ['[f(day=2024-01-05)]\n', [['f', 'day=2024-01-05']]],
    [
      '[Stocks:("page":1), Bonds:()]',
      [
        ['Stocks', '"page":1'],
        ['Bonds', null],
      ],
    ],
  ])('finds the calls of %j', (text, calls) => expect(found(text, 'brackets')).toEqual(calls));

  it.each(['[1, 2]', '[see f(x)]', 'no [f(a=1)]', '{"a": (1)}', 'so\n[f(a=b)]', '{\n  "a": "(b)"\n}', '[f(a=1)'])(
    'finds none in %j',
    (text) => expect(found(text, 'brackets')).toEqual([]),
  );
});

describe('code and tags', () => {
  it('takes fenced code for a call of its language', () => {
    const text = 'First:\n```python\nprint("```")\n```\nthen\n```\nls\n```';
    expect(found(text, 'code')).toEqual([
      ['python', 'print("```")\n'],
      ['code', 'ls\n'],
    ]);
  });

  it('finds code between execute tags', () => {
    expect(found('```python\nx\n```\n<execute>\ny\n</execute>', 'execute')).toEqual([['execute', 'y\n']]);
  });

  it('finds function tags', () => {
    const text = 'Look.\n<function=run>\n<parameter=cmd>\nls <x>\n</parameter>\n</function>';
    expect(found(text, 'function-tag')).toEqual([['run', '<parameter=cmd>\nls <x>\n</parameter>']]);
  });
});

describe('deriveCalls', () => {
  it('takes the first syntax that yields a call', () => {
    expect(found('Action: f\n<tool_call>{"name": "g"}</tool_call>', 'xml', 'react')).toEqual([['g', null]]);
  });

  it('knows without being told only what is not mistaken for prose', () => {
    expect(deriveCalls('Action: f\nAction Input: {}')).toEqual([]);
    expect(deriveCalls('<tool_call>{"name": "g"}</tool_call>')).toHaveLength(1);
  });
});

describe('texts made to be slow', () => {
  const SYNTAXES: CallSyntax[] = [
    'xml',
    'functioncall',
    'function-tag',
    'react',
    'action',
    'brackets',
    'code',
    'execute',
  ];
  it.each([
    '[(\n',
    '[f(\n',
    '```a b\n',
    '<execute>',
    '<tool_call>{',
    '<functioncall> {"name": "f", ',
    '<function=f>',
    'act ',
    ' ',
    '"',
    "'",
    '\n*',
  ])('has no calls in many %j, and says so', (part) => {
    const text = `act ${part.repeat(300_000 / part.length)}`;
    for (const syntax of SYNTAXES) expect(deriveCalls(text, [syntax])).toEqual([]);
  });
});

describe('argumentsAsJson', () => {
  it.each<[string, string, unknown]>([
    ['{"a": 1}', 'openai', { json: '{"a": 1}', status: 'ok' }],
    [`{'a': None}`, 'xml', { json: '{"a":null}', status: 'python' }],
    [
      'a=12345678901234567890, from="x"',
      'brackets',
      { json: '{"a":12345678901234567890,"from":"x"}', status: 'python' },
    ],
    ['"page":1', 'brackets', { json: '{"page":1}', status: 'python' }],
    ['<parameter=a>\nx\ny\n</parameter>', 'function-tag', { json: '{"a":"x\\ny"}', status: 'python' }],
    ['a=1.0, b=[2]', 'python', { json: '{"a":1.0,"b":[2]}', status: 'python' }],
    ['a=1, b=x', 'python', { json: '[{"a":1,"b":"x"}]', status: 'python' }],
    [`'x', 2.50, c=True`, 'python', { json: '["x",2.50,{"c":true}]', status: 'python' }],
    ['x.y, (1', 'python', null],
    ['ls', 'code', { json: '{"code":"ls"}', status: 'python' }],
    ['{"a": ', 'openai', null],
    ['[1]', 'openai', null],
    ['plain words', 'react', null],
  ])('reads %s of %s', (text, syntax, expected) => expect(argumentsAsJson(text, syntax)).toEqual(expected));
});
