import { describe, expect, it } from 'vitest';
import { auditTrajectory, EMPTY_CATALOGUE } from './audit.ts';
import { PROBLEMS } from './problems.ts';
import { answer, call, calling, catalogueOf, entry, found, ofCall, record, tool } from './testing.ts';

describe('links', () => {
  it('to the tool that the trajectory declares, before the catalogue', () => {
    const { calls } = auditTrajectory(
      record([calling(call({ port: 'north' }))]),
      [entry('own/moor')],
      catalogueOf(entry('known/moor')),
    );
    expect(calls[0]).toMatchObject({ api_id: 'own/moor', findings: [] });
  });

  it('to the catalogue where nothing is declared', () => {
    const open = record([calling(call({ port: 'east' }))], { tools: null });
    expect(auditTrajectory(open, [], catalogueOf(entry('known/moor'))).calls[0]!.api_id).toBe('known/moor');
    expect(found(open, catalogueOf(entry('known/moor')))).toEqual(['0 out-of-range /port']);
  });

  it('to the API that the source names', () => {
    const named = record([calling(call({}, { api_id: 'known/other', tool_name: 'berth' }))], { tools: null });
    expect(found(named, catalogueOf(entry('known/other')))).toEqual(['0 missing-required /port']);
    expect(auditTrajectory(named, [], EMPTY_CATALOGUE).calls[0]!.api_id).toBe('known/other');
  });

  it('says what is undeclared, unknown or ambiguous', () => {
    const other = record([calling(call({}, { tool_name: 'sail' }))]);
    expect(found(other)).toEqual(['0 undeclared-tool', '0 unknown-api']);
    expect(found(other, catalogueOf(entry('known/sail', tool('sail', null))))).toEqual(['0 undeclared-tool']);
    expect(found(record(other.steps, { tools: [] }))).toEqual(['0 undeclared-tool', '0 unknown-api']);
    expect(found(record(other.steps, { tools: null }), catalogueOf(entry('a')))).toEqual(['0 unknown-api']);
    expect(found(record(other.steps, { tools: null }))).toEqual([]);
    const two = record([calling(call({}))], { tools: [tool(), tool()] });
    expect(found(two, EMPTY_CATALOGUE, [entry('a'), entry('b')])).toEqual(['0 ambiguous-api']);
    expect(auditTrajectory(two, [entry('a'), entry('b')], EMPTY_CATALOGUE).calls[0]!.api_id).toBeNull();
    expect(found(two, EMPTY_CATALOGUE, [entry('a'), entry('a')])).toEqual(['0 missing-required /port']);
    expect(found(record([calling(call({}))], { tools: null }), catalogueOf(entry('a'), entry('b')))).toEqual([
      '0 ambiguous-api',
    ]);
  });

  it.each([
    ['ls -la', { tool_name: 'bash', syntax: 'shell' }],
    ['print(1)', { tool_name: 'python', syntax: 'code' }],
    ['{"return_type":"give_answer"}', { tool_name: 'Finish', syntax: 'react' }],
    ['{}', { tool_name: 'think' }],
  ])('asks no list of tools for %s', (args, rest) => expect(ofCall(args, rest)).toEqual([]));
});

it('raises every code that there is', () => {
  const sail = call({}, { tool_name: 'sail' });
  const steps = [
    calling(call({ days: '3', pier: 1 }, { source_call_id: 'a' }), call('{"port"'), call({}, { tool_name: 'two' })),
    answer(0),
    calling(call({ port: 'east' }, { source_call_id: 'a' })),
    answer(2),
    calling(call({ port: 'east' })),
    answer(4),
    calling(sail),
    answer(6, { is_error: true, truncated: true }),
    answer(null),
  ];
  const gold = [{ turn: null, name: 'moor', arguments: '{"port":"south"}', accepted: null }];
  const entries = [entry('a'), entry('b', tool('two')), entry('c', tool('two'))];
  const codes = found(record(steps, { gold }), EMPTY_CATALOGUE, entries).map((each) => each.split(' ')[1]!);
  expect([...new Set(codes)].toSorted()).toEqual(Object.keys(PROBLEMS).toSorted());
});
