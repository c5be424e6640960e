import { describe, expect, it } from 'vitest';
import type { TrajectoryRecord } from '../adapters/records.ts';
import { call, calling, catalogueOf, entry, found, record, tool, user } from './testing.ts';

const gold = (accepted: object | null, args: object | null = null, turn: number | null = null) => [
  { turn, name: 'moor', arguments: args && JSON.stringify(args), accepted: accepted && JSON.stringify(accepted) },
];

const made = (
  args: object,
  expected: TrajectoryRecord['gold'],
  kind: TrajectoryRecord['kind'] = 'single_turn',
): string[] =>
  found(
    record([user, calling(call(args))], { gold: expected, kind, tools: null }),
    catalogueOf(entry('a', tool('moor', null))),
  );

describe('gold calls', () => {
  it.each([
    [{ port: ['north'] }, { port: 'north' }, []],
    [{ port: ['north', 'N.'] }, { port: 'n' }, []],
    [{ port: ['north'] }, { port: 'south' }, ['1 gold-mismatch /port']],
    [{ port: ['north'], days: [1, ''] }, { port: 'north' }, []],
    [{ port: ['north'], days: [1] }, { port: 'north' }, ['1 gold-mismatch /days']],
    [{ days: [1.0] }, { days: 1 }, []],
    [{ port: ['north'] }, { port: 'north', days: 2 }, ['1 gold-mismatch /days']],
    [{ at: [[1, 2]] }, { at: [1, 2] }, []],
    [{ at: [[1, 2]] }, { at: [2, 1] }, ['1 gold-mismatch /at']],
    [{ ship: [{ name: ['Ann', 'ann b'], age: [3, ''] }] }, { ship: { name: 'ANN' } }, []],
    [{ ship: [{ name: ['Ann'] }] }, { ship: { name: 'Bob' } }, ['1 gold-mismatch /ship']],
  ])('%j accepts %j', (accepted, args, problems) => expect(made(args, gold(accepted))).toEqual(problems));

  it('compares with the arguments where they alone are right', () => {
    expect(made({ port: 'north' }, gold(null, { port: 'north' }))).toEqual([]);
    expect(made({ port: 'south' }, gold(null, { port: 'north' }))).toEqual(['1 gold-mismatch /port']);
  });

  it('finds what is not called, and, where one answer is asked for, what is called beside it', () => {
    expect(made({ port: 'north' }, [{ turn: null, name: 'sail', arguments: '{}', accepted: null }])).toEqual([
      '1 gold-mismatch',
      '1 gold-mismatch',
    ]);
    expect(made({ port: 'north' }, [], 'single_turn')).toEqual(['1 gold-mismatch']);
    expect(made({ port: 'north' }, [], 'rollout')).toEqual([]);
  });

  it('compares turn by turn, whatever the order within one', () => {
    const steps = [
      user,
      calling(call({ port: 'north' }), call({ port: 'south' })),
      user,
      calling(call({ port: 'north' })),
    ];
    const wanted = [
      ...gold({ port: ['south'] }, null, 0),
      ...gold({ port: ['north'] }, null, 0),
      ...gold({ port: ['north'] }, null, 1),
    ];
    expect(found(record(steps, { gold: wanted }))).toEqual([]);
    expect(found(record(steps, { gold: gold({ port: ['south'] }, null, 1) }))).toEqual(['3 gold-mismatch /port']);
  });

  it('says nothing of a record that is the gold itself', () => {
    expect(made({ port: 'south' }, gold({ port: ['north'] }), 'gold')).toEqual([]);
  });
});
