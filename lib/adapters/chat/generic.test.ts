import { describe, expect, it } from 'vitest';
import { generic } from './generic.ts';
import { messageFile } from './message-file.ts';
import { brief, detected, readAll, readOne, recordsOf } from './testing.ts';

/** Messages of a user and an assistant. */
const turns = (...contents: string[]) =>
  contents.map((content, at) => ({ role: at === 0 ? 'user' : 'assistant', content }));

describe('generic', () => {
  it('finds messages of whatever names, and says what it took for what', () => {
    const record = {
      id: 'x',
      topic: 'birds',
      log: JSON.stringify([
        { actorType: 'User', body: 'Which?', at: 3 },
        { actorType: 'Bot', body: 'Action: look\nAction Input: {}' },
        { actorType: 'Environment', body: 'A wren' },
        { actorType: 'Narrator', body: 'Curtain.' },
      ]),
    };
    const read = readOne(generic, record);
    expect(brief(read.steps)).toEqual([
      ['user', 'Which?'],
      ['assistant', 'Action: look\nAction Input: {}', 'look {}'],
      ['tool', 'A wren', 'adjacent 1.0'],
      ['user', 'Curtain.'],
    ]);
    expect(read.steps[0]!.raw).toBe('{"actorType":"User","body":"Which?","at":3}');
    expect(read).toMatchObject({ record_id: 'x', metadata: '{"topic":"birds"}', format: 'generic' });
    expect(read.guessed).toBe(
      'Took `log` for the messages, `actorType` for who speaks (User as user, Bot as assistant, Environment as tool, Narrator as user, for want of another), `body` for what is said. Calls were found in its messages.',
    );
    expect(detected('jsonl', record)).toBe('generic');
  });

  it('looks one level deeper, and prefers the longest list', () => {
    const turn = { speaker: 'human', text: 'x' };
    const read = readOne(generic, {
      examples: [turn],
      data: { turns: [turn, { speaker: 'ai', text: 'y' }], lang: 'en' },
    });
    expect(brief(read.steps)).toEqual([
      ['user', 'x'],
      ['assistant', 'y'],
    ]);
    expect(read.guessed).toContain('`data.turns`');
    expect(JSON.parse(read.metadata!)).toEqual({ examples: [turn], data: { lang: 'en' } });
  });

  it('takes a prompt and its completion for two turns', () => {
    const read = readOne(generic, {
      system: 's',
      prompt: 'x',
      completion: '<tool_call>{"name": "f"}</tool_call>',
      score: 1,
    });
    expect(brief(read.steps)).toEqual([
      ['system', 's'],
      ['user', 'x'],
      ['assistant', '<tool_call>{"name": "f"}</tool_call>', 'f null'],
    ]);
    expect(read).toMatchObject({ metadata: '{"score":1}', guessed: expect.stringContaining('`completion`') });
  });

  it('takes messages of a prompt and of its completion together', () => {
    const read = readOne(generic, { prompt: turns('x', 'y'), completion: [{ role: 'assistant', content: 'z' }] });
    expect(brief(read.steps)).toEqual([
      ['user', 'x'],
      ['assistant', 'y'],
      ['assistant', 'z'],
    ]);
    expect(read).toMatchObject({
      metadata: null,
      guessed: expect.stringContaining('`completion` for those that follow'),
    });
  });

  it('rejects what nests too deep to be written, and does not fail', () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const raw = `{"messages": [{"role": "tool", "content": ${deep}}]}`;
    const record = { position: '/0', value: JSON.parse(raw) as unknown, raw };
    expect(readAll(generic, record).rejects).toHaveLength(1);
    expect(generic.detect({ path: 'f', container: 'json', records: [record], whole: true })).toBeNull();
  });

  it('takes steps without roles, and names the record by its place', () => {
    const list = [
      { task_prompt: 'enlarge', LLM_response: 'click', width: 3 },
      { task_prompt: 'again', LLM_response: null, width: 4 },
    ];
    const { trajectories } = readAll(generic, ...recordsOf(list, [{ x: 1 }, { y: [2] }]));
    expect(trajectories.map(({ record_id }) => record_id)).toEqual(['a/file/0', 'a/file/1']);
    expect(brief(trajectories[0]!.steps)).toEqual([
      ['user', 'enlarge'],
      ['assistant', 'click'],
      ['user', 'again'],
      ['assistant', null],
    ]);
    expect(trajectories[0]!.steps[0]!.raw).toBe(JSON.stringify(list[0]));
    expect(brief(trajectories[1]!.steps)).toEqual([
      ['assistant', '{"x":1}'],
      ['assistant', '{"y":[2]}'],
    ]);
    expect(detected('json-list', list)).toBe('generic');
    expect(readAll(generic, { position: '', value: list, raw: JSON.stringify(list) }).rejects).toHaveLength(1);
  });

  it('does not guess where there is nothing to guess from', () => {
    const others = [
      { name: 'f', description: 'd' },
      { tags: [{ name: 'a', description: 'b' }] },
      { text: 'x' },
      [],
      [1],
      'x',
      3,
    ];
    for (const value of others) expect(detected('json-list', value)).toBeNull();
    expect(readAll(generic, ...recordsOf(...others)).rejects).toHaveLength(others.length);
  });
});

describe('message-file', () => {
  const MESSAGES = [
    { role: 'user', content: 'x' },
    { role: 'assistant', content: null, tool_calls: [{ id: 'c', function: { name: 'f', arguments: '{}' } }] },
    { role: 'tool', tool_call_id: 'c', content: 'y' },
  ];

  it('makes one conversation of a file, and rejects what is no message', () => {
    const { trajectories, rejects } = readAll(messageFile, ...recordsOf(...MESSAGES, { other: 1 }));
    expect(trajectories).toHaveLength(1);
    expect(brief(trajectories[0]!.steps)).toEqual([
      ['user', 'x'],
      ['assistant', null, 'f {}'],
      ['tool', 'y', 'id 1.0'],
    ]);
    expect(JSON.parse(trajectories[0]!.raw)).toEqual(MESSAGES);
    expect(rejects).toMatchObject([{ position: '/3', raw: '{"other":1}' }]);
  });

  it('is recognised', () => expect(detected('jsonl', ...MESSAGES)).toBe('message-file'));
});
