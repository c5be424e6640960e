import { describe, expect, it } from 'vitest';
import type { SourceRecord } from '../adapter.ts';
import { readRecords, sampleOf } from '../read-records.ts';
import { detectFormats } from '../registry.ts';
import { bfcl } from './bfcl.ts';

const line = (raw: string, at = 0): SourceRecord => ({ position: `line ${at + 1}`, value: JSON.parse(raw), raw });
const lines = (...values: readonly unknown[]) =>
  values.map((value, at) => line(typeof value === 'string' ? value : JSON.stringify(value), at));

const turn = (content: string, role = 'user') => [{ role, content }];
const moor = {
  name: 'port.moor',
  description: 'Moors.',
  parameters: {
    type: 'dict',
    properties: { port: { type: 'string' }, days: { type: 'float' }, crew: { type: 'dict' } },
    required: ['port'],
  },
};
const question = { id: 'live_simple_0', question: [turn('Moor!')], function: [moor] };
const multiTurn = {
  id: 'multi_turn_0',
  question: [turn('Go in.'), turn('And?'), turn('Read.')],
  initial_config: { GorillaFileSystem: { root: {} } },
  involved_classes: ['GorillaFileSystem'],
  excluded_function: ['cp'],
};
const documented = lines(
  { name: 'cd', description: 'C.', parameters: { type: 'dict', properties: { folder: { type: 'string' } } } },
  { name: 'cp', description: 'P.', parameters: { type: 'dict', properties: {} } },
  {
    name: 'tail',
    description: 'T.',
    parameters: { type: 'dict', properties: { file: { type: 'string' }, lines: { type: 'integer' } } },
  },
);

const PATH = 'data/BFCL_x.json';
const ANSWERS = 'data/possible_answer/BFCL_x.json';
const DOCS = 'data/multi_turn_func_doc/gorilla_file_system.json';
const read = (questions: readonly unknown[], companions: Record<string, SourceRecord[]> = {}, path = PATH) =>
  readRecords(bfcl, lines(...questions), { path, container: 'jsonl', companions });
/** Calls of a question with these answers: their name and their arguments. */
const expected = (ground_truth: unknown, asked: object = question) => {
  const answer = typeof ground_truth === 'string' ? ground_truth : JSON.stringify(ground_truth);
  const [found] = read([asked], {
    [ANSWERS]: lines(`{"id": ${JSON.stringify((asked as { id: string }).id)}, "ground_truth": ${answer}}`),
    [DOCS]: documented,
  }).trajectories;
  return found!;
};
const callsOf = (found: ReturnType<typeof expected>) =>
  found.steps.flatMap(({ calls }) => calls.map((call) => [call.tool_name, call.arguments]));

const first = (value: unknown) => detectFormats(sampleOf(lines(value), PATH, 'jsonl'))[0]?.adapter.name;
const consumed = (path: string) => bfcl.companions!(path).filter((one) => one.consumed)[0]!.path;

describe('detection', () => {
  it.each([question, { ...question, function: [] }, multiTurn, { id: 'x', ground_truth: [] }])('finds %j', (value) =>
    expect(first(value)).toBe('bfcl'),
  );
  it('leaves other questions alone', () =>
    expect(first({ id: 'x', question: 'Why?', answer: 'So.' })).not.toBe('bfcl'));

  it('reads answers along with their questions', () => {
    expect(consumed(PATH)).toBe(ANSWERS);
    expect(consumed('BFCL_x.json')).toBe('possible_answer/BFCL_x.json');
    expect(consumed('unused/question/BFCL_x.json')).toBe('unused/possible_answer/BFCL_x.json');
    expect(bfcl.companions!(PATH)).toContainEqual({ path: DOCS, consumed: false });
  });
});

describe('questions', () => {
  it('keeps an empty list of functions, and control characters, as they are', () => {
    const raw =
      '{"id":"a","question":[[{"role":"system","content":""},{"role":"user","content":"\\u0016"}]],"function":[]}';
    const [found] = read([raw]).trajectories;
    expect(found).toMatchObject({ record_id: 'a', kind: 'task', tools: [], gold: null, raw, source_pointer: 'line 1' });
    expect(found!.steps.map(({ role, content }) => [role, content])).toEqual([
      ['system', ''],
      ['user', '\u0016'],
    ]);
  });

  it('declares functions in their dialect, byte for byte', () => {
    const raw = `{"id":"a","question":[[]],"function":[ {"name" : "f.g","description":"D","parameters":{"type":"dict"}} ]}`;
    expect(read([raw]).trajectories[0]!.tools).toMatchObject([
      { name: 'f.g', dialect: 'bfcl', raw: '{"name" : "f.g","description":"D","parameters":{"type":"dict"}}' },
    ]);
  });

  it('declares the functions of the classes involved, but those excluded, under their ids', () => {
    const { tools } = read([multiTurn], { [DOCS]: documented }).trajectories[0]!;
    expect(tools!.map(({ name, group, api_id }) => [name, group, api_id])).toEqual([
      ['cd', 'GorillaFileSystem', 'bfcl/GorillaFileSystem/cd'],
      ['tail', 'GorillaFileSystem', 'bfcl/GorillaFileSystem/tail'],
    ]);
    expect(read([multiTurn]).trajectories[0]!.tools).toBeNull();
    expect(read([{ ...multiTurn, involved_classes: ['Unknown'] }]).trajectories[0]!.tools).toBeNull();
  });

  it('keeps the rest of the record, and answers that are no calls', () => {
    const { kind, gold, metadata } = expected(['Forty-two ships'], multiTurn);
    expect({ kind, gold }).toEqual({ kind: 'task', gold: null });
    expect(JSON.parse(metadata!)).toMatchObject({ initial_config: {}, ground_truth: ['Forty-two ships'] });
  });

  it('reads the forms of older versions', () => {
    const [text, messages] = read([
      { id: 'a', question: 'Moor!', function: moor },
      { id: 'b', question: turn('Moor!'), function: [moor] },
    ]).trajectories;
    for (const found of [text!, messages!]) {
      expect(found.steps.map(({ content }) => content)).toEqual(['Moor!']);
      expect(found.tools!.map(({ name }) => name)).toEqual(['port.moor']);
    }
  });

  it('rejects what is no question, and tells of answers without one', () => {
    expect(read([{ id: 'a' }, 7]).rejects).toMatchObject([
      { position: 'line 1', severity: 'rejected', reason: 'not-of-format' },
      { position: 'line 2', raw: '7' },
    ]);
    expect(read([{ id: 'a', ground_truth: [] }]).rejects).toMatchObject([
      { severity: 'rejected', reason: 'answer-alone' },
    ]);
    const answers = lines({ id: 'gone', ground_truth: [] }, { id: 1 });
    expect(read([question], { [ANSWERS]: answers }).rejects).toMatchObject([
      { file: ANSWERS, position: 'line 2', severity: 'warning', reason: 'not-of-format' },
      { file: ANSWERS, position: 'line 1', severity: 'warning', reason: 'answer-alone' },
    ]);
  });
});

describe('accepted values', () => {
  it('calls with the first that is not empty, and keeps all', () => {
    const found = expected('[{"port.moor": {"port": ["", "North"], "days": [2.0, 3]}}]');
    expect(found.kind).toBe('gold');
    expect(callsOf(found)).toEqual([['port.moor', '{"port":"North","days":2.0}']]);
    expect(found.gold).toEqual([
      {
        turn: 0,
        name: 'port.moor',
        arguments: '{"port":"North","days":2.0}',
        accepted: '{"port": ["", "North"], "days": [2.0, 3]}',
      },
    ]);
    expect(found.steps.at(-1)).toMatchObject({ role: 'assistant', content: null });
    expect(found.steps.at(-1)!.note).toContain('nobody made');
  });

  it.each<[string, string, string]>([
    ['leaves out what may only be left out', '{"port":["N"],"days":[""]}', '{"port":"N"}'],
    ['gives an empty text to what is required', '{"port":[""]}', '{"port":""}'],
    ['takes no accepted value for an empty list', '{"port":["N"],"days":[]}', '{"port":"N","days":[]}'],
    ['goes into objects', '{"crew":[{"mate":["","Ada"],"cook":[""]}]}', '{"crew":{"mate":"Ada"}}'],
    ['goes into lists of objects', '{"crew":[[{"n":[1,2]},{"n":[3]}]]}', '{"crew":[{"n":1},{"n":3}]}'],
    ['keeps lists', '{"crew":[["a","b"],["c"]]}', '{"crew":["a","b"]}'],
    ['keeps what is no list', '{"days":7}', '{"days":7}'],
  ])('%s', (_what, accepted, text) =>
    expect(callsOf(expected(`[{"port.moor":${accepted}}]`))).toEqual([['port.moor', text]]),
  );

  it('puts parallel calls into one step', () => {
    const found = expected([{ 'port.moor': { port: ['N'] } }, { 'port.moor': { port: ['S'] } }]);
    expect(found.steps.map(({ calls }) => calls.map(({ call }) => call))).toEqual([[], [0, 1]]);
  });
});

describe('calls in Python', () => {
  it('puts the calls of each turn behind its messages', () => {
    const found = expected([["cd(folder='a')", "tail(file='x',lines=20)"], [], ["cd(folder='..')"]], multiTurn);
    expect(found.steps.map(({ role, calls }) => [role, calls.length])).toEqual([
      ['user', 0],
      ['assistant', 2],
      ['user', 0],
      ['user', 0],
      ['assistant', 1],
    ]);
    expect(callsOf(found)).toEqual([
      ['cd', "folder='a'"],
      ['tail', "file='x',lines=20"],
      ['cd', "folder='..'"],
    ]);
    expect(found.gold!.map(({ turn: at, arguments: args }) => [at, args])).toEqual([
      [0, '{"folder":"a"}'],
      [0, '{"file":"x","lines":20}'],
      [2, '{"folder":".."}'],
    ]);
  });

  it('names positional arguments as the documentation orders them', () => {
    const found = expected([["tail('x', 20)"]], multiTurn);
    expect(callsOf(found)).toEqual([['tail', '{"file":"x","lines":20}']]);
    expect(found.steps[1]!.note).toContain('positional');
    expect(callsOf(expected([["wc('x')"]], multiTurn))).toEqual([['wc', "'x'"]]);
  });

  it('reads a list of calls for a single turn', () => {
    expect(callsOf(expected(['f(a=[1, 2])', 'g()']))).toEqual([
      ['f', 'a=[1, 2]'],
      ['g', ''],
    ]);
  });
});
