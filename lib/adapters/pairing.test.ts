import { describe, expect, it } from 'vitest';
import { callRecords, stepOf } from './chat/steps.ts';
import { pairObservations, type UnpairedStep } from './pairing.ts';

/** A step that makes calls of these ids; null for a call without one. */
const calls = (...ids: (string | null)[]): UnpairedStep =>
  stepOf('assistant', { calls: callRecords(ids.map((id) => ({ id, name: 'f', arguments: '{}', syntax: 'x' }))) });
const answer = (answers: string | null = null): UnpairedStep => stepOf('tool', { answers });

const pairs = (...steps: UnpairedStep[]) =>
  pairObservations(steps).flatMap(({ role, pairing, call_step, call }) =>
    role === 'tool' ? [pairing === 'none' ? 'none' : `${pairing} ${call_step}.${call}`] : [],
  );

describe('pairObservations', () => {
  it('goes by id, the nearest unanswered call of that id first', () => {
    expect(pairs(calls('a', 'b'), answer('b'), answer('a'))).toEqual(['id 0.1', 'id 0.0']);
    expect(pairs(calls('a'), answer('a'), calls('a'), answer('a'))).toEqual(['id 0.0', 'id 2.0']);
  });

  it('goes by place where there is no id, or one that no call has', () => {
    expect(pairs(calls(null, null), answer(), answer('x'))).toEqual(['adjacent 0.0', 'adjacent 0.1']);
    expect(pairs(calls(null), calls(null), answer())).toEqual(['adjacent 1.0']);
    expect(pairs(answer(), calls(null))).toEqual(['none']);
  });

  it('pairs calls that are steps one after another with as many answers, in order', () => {
    expect(pairs(calls(null), calls(null, null), answer(), answer(), answer())).toEqual([
      'adjacent 0.0',
      'adjacent 1.0',
      'adjacent 1.1',
    ]);
    expect(pairs(calls(null), calls(null), answer(), stepOf('user', {}), answer())).toEqual([
      'adjacent 1.0',
      'adjacent 0.0',
    ]);
  });
});
