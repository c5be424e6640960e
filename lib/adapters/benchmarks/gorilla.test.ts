import { describe, expect, it } from 'vitest';
import type { RecordAdapter } from '../adapter.ts';
import { jsonRecords, readRecords, sampleOf } from '../read-records.ts';
import { detectFormats } from '../registry.ts';
import { gorillaApibench } from './gorilla-apibench.ts';
import { gorillaApis } from './gorilla-apis.ts';
import { gorillaApizoo } from './gorilla-apizoo.ts';
import { gorillaOpenFunctions } from './gorilla-openfunctions.ts';
import { programCall } from './program-call.ts';

const read = (adapter: RecordAdapter, ...values: readonly unknown[]) =>
  readRecords(adapter, jsonRecords(...values.map((value) => JSON.stringify(value))));

const model = {
  domain: 'Ships',
  framework: 'Ship Hub',
  functionality: 'Finds ships',
  api_name: 'ada/ship-finder',
  api_call: "hub.load('ada/ship-finder', big=True)",
  api_arguments: { big: 'True' },
  python_environment_requirements: ['ships'],
  example_code: 'N/A',
  performance: { accuracy: 'N/A' },
  description: 'Finds ships in pictures.',
};
const MODEL_ID = "Ship Hub/ada-ship-finder/hub.load('ada/ship-finder', big=True)";
const pair = {
  code: '###Instruction: Find a ship.\n###Output: <<<api_call>>>: hub.load(), <<<code>>>: x = 1\ny = 2',
  api_call: model.api_call,
  provider: 'Ship Hub',
  api_data: model,
};
const entry = {
  user_name: 'ada',
  api_name: 'Harbours: List',
  api_call: 'GET /v2/harbours',
  api_version: 2,
  api_arguments: { size: '[REQUIRED] integer: How many.', sort: 'string: By what.' },
  functionality: 'Lists harbours.',
  metadata: { documentation_link: 'https://Docs.ships.example/v2' },
};
const asked = {
  question: 'Moor!',
  function: { name: 'Moor', api_name: 'port.moor', description: 'M.', parameters: [{ name: 'port' }] },
  model_answer: "port.moor(port='N')",
};
const trained = {
  Instruction: 'Moor!',
  Functions: [JSON.stringify({ name: 'moor', description: 'M.', parameters: {} })],
  Output: ["moor(port='N')", 'moor("S", n=2)'],
};

describe('detection', () => {
  it.each<[string, object]>([
    ['gorilla-apis', model],
    ['gorilla-apibench', pair],
    ['gorilla-apizoo', entry],
    ['gorilla-openfunctions', asked],
    ['gorilla-openfunctions', trained],
  ])('finds %s', (name, value) =>
    expect(detectFormats(sampleOf(jsonRecords(JSON.stringify(value))))[0]?.adapter.name).toBe(name),
  );

  it('rejects what is of another shape, once each', () => {
    for (const adapter of [gorillaApis, gorillaApibench, gorillaApizoo, gorillaOpenFunctions])
      expect(read(adapter, {}, null).rejects.map(({ position, reason }) => [position, reason])).toEqual([
        ['/0', 'not-of-format'],
        ['/1', 'not-of-format'],
      ]);
  });
});

describe('programCall', () => {
  it.each([
    ["hub.load('a', b=2)", 'hub.load', "'a', b=2", 'python'],
    ["m = Auto.from_pretrained('a').", 'Auto.from_pretrained', "'a'", 'python'],
    ["load(repo='a', 'b', c=True), other()", 'load', "repo='a', 'b', c=True", 'python'],
    ["load('a)", 'load', "'a)", 'python'],
    ['./run.sh --skip a', './run.sh', '--skip a', 'shell'],
    ['run', 'run', null, 'shell'],
  ])('reads %s', (text, name, args, syntax) => expect(programCall(text)).toEqual({ name, arguments: args, syntax }));
  it('finds none in nothing', () => expect(programCall(' ')).toBeNull());
});

describe('gorilla-apis', () => {
  it('tells the models of one name apart by their calls', () => {
    const [found] = read(gorillaApis, model).apis;
    expect(found).toMatchObject({
      api: { api_id: MODEL_ID, kind: 'model', domain: 'Ships', schema_status: 'prose' },
      doc: { title: 'Finds ships', request_schema: null, raw: JSON.stringify(model) },
    });
  });

  it.each<[unknown, string[]]>([
    [{ big: 'True' }, ['api_call', 'api_arguments']],
    [['big'], ['api_call', 'api_arguments']],
    ['big', ['api_call', 'api_arguments']],
    [null, ['api_call']],
    [[], ['api_call']],
    ['N/A', ['api_call']],
  ])('shows arguments whatever their type is: %j', (api_arguments, names) => {
    const drifting = { ...model, api_arguments, python_environment_requirements: null };
    const [found] = read(gorillaApis, drifting).apis;
    const examples = JSON.parse(found!.doc.examples) as { name: string; value: unknown }[];
    expect(examples.map(({ name }) => name)).toEqual(names);
    if (names.length === 2) expect(examples[1]!.value).toEqual(api_arguments);
  });
});

describe('gorilla-apibench', () => {
  it('cuts the text at its marks, and takes the call from its field', () => {
    const [found] = read(gorillaApibench, pair).trajectories;
    expect(found).toMatchObject({ kind: 'single_turn', domain: 'Ships', record_id: null, tools: null });
    expect(found!.steps.map(({ role, content }) => [role, content])).toEqual([
      ['user', 'Find a ship.'],
      ['assistant', '<<<api_call>>>: hub.load(), <<<code>>>: x = 1\ny = 2'],
    ]);
    expect(found!.steps[1]!.calls).toMatchObject([
      {
        tool_name: 'hub.load',
        arguments: "'ada/ship-finder', big=True",
        syntax: 'python',
        derived: false,
        api_id: MODEL_ID,
      },
    ]);
    expect(JSON.parse(found!.metadata!)).toEqual({ provider: 'Ship Hub', api_data: model });
  });

  it('reads the dict of Python that is none, and keeps any other text whole', () => {
    const code = `{'Instruction': It's a ship, find it., 'Output': {'api_call': "hub.load('a')"}}`;
    const other = { ...pair, code: 'Find.', api_data: 1 };
    const [dict, cut, text] = read(
      gorillaApibench,
      { ...pair, code },
      { ...pair, code: code.slice(0, -8) },
      other,
    ).trajectories;
    expect(cut!.steps[1]!.content).toBe(`{'api_call': "hub.load`);
    expect(dict!.steps.map(({ content }) => content)).toEqual([
      "It's a ship, find it.",
      `{'api_call': "hub.load('a')"}`,
    ]);
    expect(text!.steps.map(({ content }) => content)).toEqual(['Find.', null]);
    expect(text!.steps[1]!.calls[0]!.api_id).toBeNull();
  });
});

describe('gorilla-apizoo', () => {
  it('reads types and needs out of words, and HTTP out of the call', () => {
    const [found] = read(gorillaApizoo, entry).apis;
    expect(found!.api).toMatchObject({
      api_id: 'docs.ships.example/ada/Harbours: List',
      kind: 'http',
      method: 'GET',
      path: '/v2/harbours',
      n_params: 2,
      n_required: 1,
      schema_status: 'full',
    });
    expect(found!.doc.version).toBe('2');
    expect(found!.doc.params).toMatchObject([{ name: 'size', type: 'integer', description: 'How many.' }, {}]);
  });

  it('takes any other call for Python', () => {
    const { metadata: _metadata, ...rest } = entry;
    const [found] = read(gorillaApizoo, { ...rest, api_call: 'ships.list(size)', meta_data: null }).apis;
    expect(found!.api).toMatchObject({ kind: 'python', method: null, provider: 'ada' });
  });
});

describe('gorilla-openfunctions', () => {
  it('derives the call from the answer', () => {
    const [found] = read(gorillaOpenFunctions, asked).trajectories;
    expect(found!.tools).toMatchObject([{ name: 'port.moor', dialect: 'listed' }]);
    expect(found!.steps[1]).toMatchObject({ content: "port.moor(port='N')", note: null });
    expect(found!.steps[1]!.calls).toMatchObject([
      { tool_name: 'port.moor', arguments: "port='N'", syntax: 'python', derived: true },
    ]);
  });

  it('reads functions in strings, lists of answers, and answers that are no calls', () => {
    const [list, words] = read(gorillaOpenFunctions, trained, { ...trained, Output: 'I cannot.', id: 7 }).trajectories;
    expect(list!.tools).toMatchObject([{ name: 'moor' }]);
    expect(list!.steps[1]!.calls.map((call) => call.arguments)).toEqual(["port='N'", '"S", n=2']);
    expect(words!.steps[1]).toMatchObject({ content: 'I cannot.', calls: [] });
    expect(words!.metadata).toBe('{"id":7}');
  });
});
