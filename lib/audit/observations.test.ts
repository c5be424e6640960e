import { describe, expect, it } from 'vitest';
import type { CallRecord, StepRecord } from '../adapters/records.ts';
import { auditTrajectory, EMPTY_CATALOGUE } from './audit.ts';
import { answer, call, calling, done, entry, found, record, user } from './testing.ts';

describe('observations', () => {
  const ok = { port: 'north' };
  const moor = (rest: Partial<CallRecord> = {}): StepRecord => calling(call(ok, rest));

  it('misses an answer where the run went on without one', () => {
    expect(found(record([moor(), moor(), answer(1), done]))).toEqual(['0 missing-observation']);
    expect(found(record([moor(), answer(0), moor()]))).toEqual([]);
    expect(found(record([calling(call(ok), call({ port: 'south' })), answer(0), done]))).toEqual([
      '0 missing-observation',
    ]);
    expect(
      found(record([calling(call(ok), call({ port: 'south' })), answer(0, { pairing: 'adjacent' }), done])),
    ).toEqual([]);
  });

  it.each(['gold', 'single_turn', 'task'] as const)('expects none of %s', (kind) =>
    expect(found(record([moor(), moor(), answer(1), done], { kind }))).toEqual([]),
  );

  it('expects none where a record has none at all, nor of another agent, nor at the end of a branch', () => {
    expect(found(record([moor(), user, moor(), done]))).toEqual([]);
    expect(found(record([answer(null), { ...moor(), agent: 'b' }, done]))).toEqual([]);
    const tree = [user, { ...moor(), parent_step: 0 }, { ...moor(), parent_step: 0 }, answer(2, { parent_step: 2 })];
    expect(found(record(tree, { branches: true }))).toEqual([]);
  });

  it('finds an answer to nothing, but not the state of things before the first turn', () => {
    expect(found(record([user, done, answer(null)]))).toEqual(['2 orphaned-observation']);
    expect(found(record([user, answer(null), done]))).toEqual([]);
  });

  it('finds what was cut off, and errors with and without a later success', () => {
    expect(found(record([moor(), answer(0, { truncated: true })]))).toEqual(['1 truncated-observation']);
    const failed = answer(0, { is_error: true, status: '500' });
    expect(found(record([moor(), failed, done]))).toEqual(['1 error-observation', '1 unrecovered-error']);
    expect(found(record([moor(), failed, moor(), answer(2)]))).toEqual(['1 error-observation']);
    const other = calling(call({}, { tool_name: 'sail' }));
    expect(found(record([moor(), failed, other, answer(2)]))).toContain('1 unrecovered-error');
    // What is said of an answer is not a problem of the call.
    expect(auditTrajectory(record([moor(), failed]), [entry('own/moor')], EMPTY_CATALOGUE).calls[0]!.findings).toEqual(
      [],
    );
  });

  it('finds a call that is made again for the same answer', () => {
    const again = calling(call('{ "port" : "north" }'));
    expect(found(record([moor(), answer(0), again, answer(2)]))).toEqual(['2 repeated-call']);
    expect(found(record([moor(), answer(0), again, answer(2, { content: 'news' })]))).toEqual([]);
    expect(found(record([moor(), answer(0, { is_error: true }), again, answer(2)]))).toEqual(['1 error-observation']);
    const cut = { truncated: true, content: 'do' };
    expect(found(record([moor(), answer(0, cut), again, answer(2, cut)]))).not.toContain('2 repeated-call');
    const tree = [
      user,
      { ...moor(), parent_step: 0 },
      answer(1, { parent_step: 1 }),
      { ...moor(), parent_step: 0 },
      answer(3, { parent_step: 3 }),
    ];
    expect(found(record(tree, { branches: true }))).toEqual([]);
    expect(found(record(tree.with(3, { ...moor(), parent_step: 2 }), { branches: true }))).toEqual(['3 repeated-call']);
  });

  it('finds an id that is used twice', () => {
    const south = calling(call({ port: 'south' }, { source_call_id: 'a' }));
    expect(found(record([moor({ source_call_id: 'a' }), answer(0), south, answer(2)]))).toEqual(['2 reused-call-id']);
    expect(found(record([moor({ source_call_id: 'b' }), answer(0), south, answer(2)]))).toEqual([]);
  });
});
