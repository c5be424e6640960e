import { describe, expect, it } from 'vitest';
import type { ApiParam } from '@/components/schema/types';
import { argumentTable } from './argument-lines';
import { goldCalls, goldFor, madeCalls } from './gold-calls';
import { call, step } from './test-steps';
import { toolUses } from './tool-usage';
import type { Finding } from './types';

function param(name: string, values: Partial<ApiParam> = {}): ApiParam {
  return {
    name,
    location: 'argument',
    type: 'string',
    required: false,
    description: null,
    constraints: null,
    schema: null,
    ...values,
  };
}

const finding = (code: string, pointer: string | null): Finding => ({ call: 0, code, pointer, message: code });

function lines(text: string | null, params: ApiParam[] | null, findings: Finding[] = []) {
  return argumentTable(text, params, findings).lines.map(({ name, value, verdict }) => [name, value, verdict]);
}

describe('argumentTable', () => {
  it('puts what is wrong first, each finding at its argument', () => {
    const params = [param('a'), param('b', { required: true }), param('c', { type: null }), param('d')];
    const found = [
      finding('wrong-type', '/a/deep/0'),
      finding('missing-required', '/b'),
      finding('repeated-call', null),
    ];
    const table = argumentTable('{"c":1,"a":{"deep":[1]},"x":2}', params, found);
    expect(table.lines.map(({ name, value, verdict }) => [name, value, verdict])).toEqual([
      ['a', '{"deep":[1]}', 'problem'],
      ['b', null, 'missing'],
      ['c', '1', 'unjudged'],
      ['x', '2', 'undeclared'],
      ['d', null, 'left-out'],
    ]);
    expect(table.others.map(({ code }) => code)).toEqual(['repeated-call']);
  });

  it('keeps a value as it is written', () => {
    expect(lines('{"n":12345678901234567890, "n":1e2}', [param('n')])).toEqual([['n', '1e2', 'fits']]);
  });

  it('looks for declared members of a body in the body', () => {
    const body = [param('id', { location: 'path' }), param('amount', { location: 'body' })];
    const table = argumentTable('{"id":1,"body":{"amount":-5,"a/b":0}}', body, [
      finding('out-of-range', '/body/amount'),
    ]);
    expect(table.lines.map(({ name, pointer, verdict }) => [name, pointer, verdict])).toEqual([
      ['amount', '/body/amount', 'problem'],
      ['id', '/id', 'fits'],
      ['a/b', '/body/a~1b', 'undeclared'],
    ]);
    expect(lines('{"body":{"x":1}}', [param('body', { location: 'body' })])).toEqual([['body', '{"x":1}', 'fits']]);
  });

  it('judges nothing where nothing is declared, and says what cannot be read', () => {
    expect(lines('{"a":1}', null)).toEqual([['a', '1', 'unjudged']]);
    expect(lines(null, [param('a')])).toEqual([['a', null, 'left-out']]);
    expect(argumentTable('[1', [], [finding('malformed-arguments', null)])).toMatchObject({
      lines: [],
      unreadable: true,
      others: [{ code: 'malformed-arguments' }],
    });
  });
});

describe('toolUses', () => {
  const steps = [
    step(0, { calls: [call(0, { tool_name: 'b', api_id: 'x/y/b' }), call(1, { tool_name: 'z' })] }),
    step(1, { calls: [call(0, { tool_name: 'b' })], findings: [finding('wrong-type', '/a')] }),
  ];
  const tools = JSON.stringify([
    { name: 'a', description: 'A', api_id: 'x/y/a', schema_status: 'full' },
    { name: 'b', description: null, api_id: null, schema_status: 'none' },
    { nothing: 1 },
  ]);

  it('counts calls of what is declared, and finds what is not', () => {
    expect(toolUses(steps, tools).map((use) => [use.name, use.declared, use.calls, use.invalid, use.apiId])).toEqual([
      ['b', true, 2, 1, 'x/y/b'],
      ['z', false, 1, 0, null],
      ['a', true, 0, 0, 'x/y/a'],
    ]);
  });

  it('calls nothing undeclared where there is no list, or the list cannot be read', () => {
    expect(toolUses(steps, null).map(({ declared }) => declared)).toEqual([null, null]);
    expect(toolUses(steps, '{').map(({ declared }) => declared)).toEqual([false, false]);
  });
});

describe('gold calls', () => {
  const gold = goldCalls(
    JSON.stringify([
      { turn: 0, name: 'a', arguments: '{}', accepted: null },
      { turn: 1, name: 'a', arguments: null, accepted: '{"x":[1]}' },
      { turn: 1, name: 'b', arguments: '{}', accepted: null },
      'garbage',
    ]),
  );
  const steps = [
    step(0, { role: 'user' }),
    step(1, { calls: [call(0, { tool_name: 'a' })] }),
    step(2, { role: 'user' }),
    step(3, { calls: [call(0, { tool_name: 'a' }), call(1, { tool_name: 'c' })] }),
  ];

  it('stand beside the calls of their turn', () => {
    const found = madeCalls(steps).map((made) => goldFor(made, gold).map(({ turn, name }) => `${turn}${name}`));
    expect(found).toEqual([['0a'], ['1a'], ['1a', '1b']]);
    expect(goldCalls(null)).toEqual([]);
    expect(goldCalls('not json')).toEqual([]);
  });
});
