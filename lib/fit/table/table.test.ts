import { describe, expect, it } from 'vitest';
import { guessRoles, shortNames } from './column-roles.ts';
import { joinTables } from './join-tables.ts';
import { readTable } from './read-table.ts';
import { runsOf } from './runs.ts';

const read = (name: string, text: string) => readTable(name, new TextEncoder().encode(text));

const CSV = 'run,mix_agent,mix_code,eval_agent_loss,eval_code_loss\na,0.25,0.75,3.1,2.0\nb,0.5,0.5,2.9,2.2\n';

describe('a table of runs', () => {
  it('is read from CSV, tabs, JSON, JSON Lines and JSON by columns alike', async () => {
    const rows = [
      { run: 'a', mix_agent: 0.25, mix_code: 0.75, eval_agent_loss: 3.1, eval_code_loss: 2 },
      { run: 'b', mix_agent: 0.5, mix_code: 0.5, eval_agent_loss: 2.9, eval_code_loss: 2.2 },
    ];
    const texts = {
      'runs.csv': CSV,
      pasted: CSV.replaceAll(',', '\t'),
      'runs.json': JSON.stringify(rows),
      'runs.jsonl': rows.map((row) => JSON.stringify(row)).join('\n'),
      'columns.json': JSON.stringify({
        run: ['a', 'b'],
        mix_agent: [0.25, 0.5],
        mix_code: [0.75, 0.5],
        eval_agent_loss: [3.1, 2.9],
        eval_code_loss: [2, 2.2],
      }),
    };
    for (const [name, text] of Object.entries(texts)) {
      const table = await read(name, text);
      expect(table.problems, name).toEqual([]);
      const { runs } = runsOf(table, guessRoles(table));
      expect(runs.domains, name).toEqual(['agent', 'code']);
      expect(
        runs.weights.map((row) => [...row]),
        name,
      ).toEqual([
        [0.25, 0.75],
        [0.5, 0.5],
      ]);
      expect(
        runs.targets.map(({ label, values }) => [label, ...values]),
        name,
      ).toEqual([
        ['agent', 3.1, 2.9],
        ['code', 2, 2.2],
      ]);
    }
  });

  it('takes nested objects apart', async () => {
    const table = await read(
      'a.jsonl',
      '{"weights":{"a":0.4,"b":0.6},"loss":{"x":1}}\n{"weights":{"a":1,"b":0},"loss":{"x":2}}',
    );
    expect(table.columns).toEqual(['weights.a', 'weights.b', 'loss.x']);
    expect(guessRoles(table)).toEqual({ 'weights.a': 'weight', 'weights.b': 'weight', 'loss.x': 'loss' });
  });

  it('names the rows that it leaves out', async () => {
    const table = await read('bad.csv', 'a,b,loss\n0.5,0.5,1\n0.5,0.6,1\n0.5,x,1\n-0.5,1.5,1\n0.4,0.6,\n0.4,0.604,2');
    const { runs, problems } = runsOf(table, { a: 'weight', b: 'weight', loss: 'loss' });
    expect(problems.map(({ position, message }) => `${position}: ${message}`)).toEqual([
      'row 2: The weights sum to 1.1, not to 1 (within 0.01).',
      'row 3: The weight b is "x", which is not a number from 0 to 1.',
      'row 4: The weight a is "-0.5", which is not a number from 0 to 1.',
      'row 5: The row has no loss and no score that is a number.',
    ]);
    expect(runs.positions).toEqual(['row 1', 'row 6']);
    expect(runs.weights[1]![0]! + runs.weights[1]![1]!).toBeCloseTo(1, 12);
  });

  it('reads percent', async () => {
    const table = await read('p.csv', 'agent,code,accuracy\n30,70,0.5\n60,40,0.6');
    const { runs, notes } = runsOf(table, guessRoles(table));
    expect([...runs.weights[0]!]).toEqual([0.3, 0.7]);
    expect(notes).toHaveLength(1);
    expect(runs.targets[0]!.lowerIsBetter).toBe(false);
  });

  it('tells sizes and tokens from weights', async () => {
    const table = await read('s.csv', 'agent,text,model_params,tokens,loss\n0.3,0.7,1e9,5e9,2\n0.6,0.4,1e9,6e9,3');
    expect(guessRoles(table)).toEqual({
      agent: 'weight',
      text: 'weight',
      model_params: 'size',
      tokens: 'tokens',
      loss: 'loss',
    });
  });

  it('never throws for what a file holds', async () => {
    for (const [name, text] of [
      ['empty.csv', ''],
      ['broken.json', '{"a": '],
      ['list.json', '[1, 2]'],
      ['archive.zip', 'PK\u0003\u0004 broken'],
    ] as const)
      expect((await read(name, text)).rows, name).toEqual([]);
    const table = await read('few.json', '[1, {"a": 1}]');
    expect(table.problems).toHaveLength(1);
  });
});

describe('two files', () => {
  it('are joined by the column that names runs', async () => {
    const left = await read('mixture.csv', 'index,a,b\n1,0.5,0.5\n2,0.2,0.8\n3,1,0');
    const right = await read('loss.csv', 'index,loss\n2,1.5\n1,2.5\n4,9');
    const table = joinTables([left, right]);
    expect(table.rows.map(({ cells }) => [cells['index'], cells['loss']])).toEqual([
      ['1', '2.5'],
      ['2', '1.5'],
    ]);
    expect(table.problems.map(({ file, position, message }) => `${file} ${position} ${message}`)).toEqual([
      'mixture.csv row 3 index 3 is not in loss.csv; the row was left out.',
      'loss.csv row 3 index 4 is not in mixture.csv; the row was left out.',
    ]);
  });

  it('that cannot be joined are refused in words', async () => {
    const left = await read('m.csv', 'index,a\n1,1\n1,1');
    const right = await read('l.csv', 'index,loss\n1,1\n2,2');
    expect(() => joinTables([left, right])).toThrow(/same value/);
    expect(() => joinTables([left, { ...right, columns: ['x'] }])).toThrow(/share no column/);
  });
});

it('shortens names at separators only', () => {
  expect(shortNames(['train_the_pile_arxiv', 'train_the_pile_art'])).toEqual(['arxiv', 'art']);
  expect(shortNames(['metric/a_val_loss', 'metric/b_val_loss'])).toEqual(['a', 'b']);
  expect(shortNames(['agent', 'code'])).toEqual(['agent', 'code']);
  expect(shortNames(['w_a', 'w_a_b'])).toEqual(['a', 'a_b']);
});
