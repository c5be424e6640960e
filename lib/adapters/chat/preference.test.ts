import { describe, expect, it } from 'vitest';
import { preference } from './preference.ts';
import { detected, readOne } from './testing.ts';

const user = { role: 'user', content: 'x' };
const answer = (content: string) => ({ role: 'assistant', content });
const branches = (value: unknown) =>
  readOne(preference, value).steps.map((step) => [step.content, step.parent_step, step.on_answer_path]);
const EXPECTED = [
  ['x', null, true],
  ['good', 0, true],
  ['bad', 0, false],
];

describe('preference', () => {
  it('finds the prompt apart, or at the beginning of both sides', () => {
    expect(branches({ prompt: [user], chosen: [answer('good')], rejected: [answer('bad')] })).toEqual(EXPECTED);
    expect(branches({ prompt: 'x', chosen: [user, answer('good')], rejected: [user, answer('bad')] })).toEqual(
      EXPECTED,
    );
    expect(branches({ prompt: 'x', chosen: [answer('good')], rejected: [answer('bad')] })).toEqual(EXPECTED);
  });

  it('stores sides that do not differ', () => {
    const same = [user, answer('good')];
    expect(readOne(preference, { chosen: same, rejected: same }).steps).toHaveLength(4);
  });

  it('is recognised', () => {
    expect(detected('parquet', { prompt: 'x', chosen: [user, answer('a')], rejected: [user, answer('b')] })).toBe(
      'preference',
    );
  });
});
