import { describe, expect, it } from 'vitest';
import { brief, detected, readAll } from '../chat/testing.ts';
import type { SourceRecord } from '../adapter.ts';
import type { TrajectoryRecord } from '../records.ts';
import { claudeCode } from './claude-code.ts';

const line = (uuid: string, parentUuid: string | null, fields: object) => ({
  uuid,
  parentUuid,
  isSidechain: false,
  sessionId: 's-1',
  cwd: '/home/x',
  timestamp: `2026-01-31T11:00:0${uuid.length}Z`,
  ...fields,
});
const user = (content: unknown) => ({ type: 'user', message: { role: 'user', content } });
const assistant = (id: string, ...content: object[]) => ({
  type: 'assistant',
  message: { id, model: 'm-9', role: 'assistant', content, usage: { output_tokens: 5 }, stop_reason: null },
});
const result = (id: string, content: string) => ({ type: 'tool_result', tool_use_id: id, content });
const read = (name: string) => ({ type: 'tool_use', id: `t-${name}`, name: 'Read', input: { file: name } });

const records = (...values: object[]): SourceRecord[] =>
  values.map((value, at) => ({ position: `line ${at + 1}`, value, raw: JSON.stringify(value) }));

function session(...values: object[]): TrajectoryRecord {
  const { trajectories, rejects } = readAll(claudeCode, ...records(...values));
  expect(rejects).toEqual([]);
  expect(trajectories).toHaveLength(1);
  return trajectories[0]!;
}

describe('claude-code', () => {
  it('makes one trajectory of a session: results in lines of the user, thoughts, usage told once', () => {
    const run = session(
      { type: 'summary', summary: 'Reading', leafUuid: 'ccc' },
      line('a', null, user('Read both')),
      line(
        'b',
        'a',
        assistant('m1', { type: 'thinking', thinking: 'Hm', signature: 'sig' }, { type: 'text', text: 'Sure' }),
      ),
      line('c', 'b', assistant('m1', read('x'), read('y'))),
      line('d', 'c', user([result('t-y', 'Y'), result('t-x', 'X')])),
      { type: 'file-history-snapshot', snapshot: { files: {} }, messageId: 'a' },
    );
    expect(brief(run.steps)).toEqual([
      ['user', 'Read both'],
      ['assistant', 'Sure'],
      ['assistant', null, 'Read {"file":"x"}', 'Read {"file":"y"}'],
      ['tool', 'Y', 'id 2.1'],
      ['tool', 'X', 'id 2.0'],
    ]);
    expect(run).toMatchObject({ record_id: 's-1', model: 'm-9', branches: false, parent: null });
    expect(run.steps[1]).toMatchObject({ reasoning: 'Hm', parts: '[{"type":"thinking","signature":"sig"}]' });
    expect(run.steps.map(({ metrics }) => metrics !== null)).toEqual([false, true, false, false, false]);
    expect(JSON.parse(run.metadata!)).toMatchObject({
      cwd: '/home/x',
      other_lines: [
        { type: 'summary', summary: 'Reading' },
        { type: 'file-history-snapshot', messageId: 'a' },
      ],
    });
  });

  it('marks turns that were rewound, and sub-agents, as off the answer path', () => {
    const run = session(
      line('a', null, user('Ask')),
      line('b', 'a', assistant('m1', { type: 'text', text: 'First try' })),
      line('s', null, { ...user('Explore'), isSidechain: true, agentId: 'ag1' }),
      line('t', 's', { ...assistant('m2', { type: 'text', text: 'Seen' }), isSidechain: true }),
      line('c', 'a', assistant('m3', { type: 'text', text: 'Second try' })),
    );
    expect(run.branches).toBe(true);
    expect(run.steps.map(({ parent_step }) => parent_step)).toEqual([null, 0, null, 2, 0]);
    expect(run.steps.map(({ on_answer_path }) => on_answer_path)).toEqual([true, false, false, false, true]);
    expect(run.steps.map(({ agent }) => agent)).toEqual([null, null, 'ag1', 'sidechain', null]);
  });

  it('keeps answers to calls that were made at once on the path', () => {
    const run = session(
      line('a', null, assistant('m1', read('x'))),
      line('b', 'a', assistant('m1', read('y'))),
      line('c', 'a', user([result('t-x', 'X')])),
      line('d', 'b', user([result('t-y', 'Y')])),
      line('e', 'd', assistant('m2', { type: 'text', text: 'Both read' })),
    );
    expect(run.steps.map(({ call_step, pairing }) => [call_step, pairing]).slice(2, 4)).toEqual([
      [0, 'id'],
      [1, 'id'],
    ]);
    expect(run.steps.every(({ on_answer_path }) => on_answer_path)).toBe(true);
  });

  it('goes on after a conversation was compacted', () => {
    const boundary = { type: 'system', subtype: 'compact_boundary', content: 'Compacted', logicalParentUuid: 'a' };
    const run = session(
      line('a', null, user('Long talk')),
      line('b', null, boundary),
      line('c', 'b', { ...user('Summary of it'), isCompactSummary: true }),
    );
    expect(run.branches).toBe(false);
    expect(run.steps.map(({ role, note }) => [role, note])).toEqual([
      ['user', null],
      ['system', 'system line: compact_boundary'],
      ['user', 'a summary that stands in for what was said before'],
    ]);
  });

  it('knows the file of a sub-agent by its lines', () => {
    const run = session(line('s', null, { ...user('Explore'), isSidechain: true }));
    expect(run).toMatchObject({ record_id: 's-1/file', parent: 's-1' });
  });

  it('is recognised by its lines, and rejects what says nothing', () => {
    expect(detected('jsonl', { type: 'summary', summary: 'x' }, line('a', null, user('Ask')))).toBe('claude-code');
    const { rejects } = readAll(claudeCode, ...records({ type: 'summary', summary: 'x' }, ['no line']));
    expect(rejects.map(({ position }) => position)).toEqual(['line 2', '']);
  });
});
