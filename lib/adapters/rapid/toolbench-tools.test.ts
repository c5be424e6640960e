import { describe, expect, it } from 'vitest';
import { jsonRecords, readRecords, sampleOf } from '../read-records.ts';
import { templateSchema } from './template-schema.ts';
import { toolbenchTools } from './toolbench-tools.ts';

const TIDES = `{"category_name":"Sea","tool_name":"Harbour","api_name":"Tides at a place","api_description":" ",
  "required_parameters":[{"name":"place","type":"STRING","description":"","default":12}],
  "optional_parameters":[{"name":"day","type":"DATE (YYYY-MM-DD)","description":"","default":[]}],"method":"GET"}`;
const LIGHTS = '{"category_name":"Sea","tool_name":"Harbour","api_name":"Lights"}';

const instruction = (more = ''): string =>
  `{"api_list":[${TIDES},${LIGHTS}],"query":"When is high water?","relevant APIs":[["Harbour","Tides at a place"]],"query_id":7${more}}`;

describe('ToolBench instructions', () => {
  it('are tasks with their tools and the APIs that they are made for', () => {
    const { trajectories, apis, rejects } = readRecords(toolbenchTools, jsonRecords(instruction(), instruction()), {
      path: 'instruction/G1_query.json',
    });
    expect([apis, rejects]).toEqual([[], []]);
    expect(trajectories).toHaveLength(2);
    expect(trajectories[0]).toMatchObject({
      record_id: 'G1_query/7',
      kind: 'task',
      domain: 'Sea',
      source_pointer: '/0',
      steps: [{ role: 'user', content: 'When is high water?' }],
      gold: [{ turn: 0, name: 'Tides at a place', arguments: null, accepted: null }],
      raw: instruction(),
    });
    expect(JSON.parse(trajectories[0]!.metadata!)).toEqual({
      query_id: 7,
      relevant_apis: [['Harbour', 'Tides at a place']],
    });
  });

  it('declare tools as they stand: name with spaces, no description, parameters that may be absent', () => {
    const { tools } = readRecords(toolbenchTools, jsonRecords(instruction())).trajectories[0]!;
    expect(tools).toMatchObject([
      { name: 'Tides at a place', description: null, dialect: 'rapidapi', group: 'Harbour', raw: TIDES },
      { name: 'Lights', parameters: null, raw: LIGHTS },
    ]);
    expect(tools![0]!.parameters).toEqual({
      required_parameters: [{ name: 'place', type: 'STRING', description: '', default: 12 }],
      optional_parameters: [{ name: 'day', type: 'DATE (YYYY-MM-DD)', description: '', default: [] }],
    });
  });

  it('may have no tools, which is not the same as an empty list', () => {
    const texts = ['{"query":"q","query_id":1}', '{"query":"q","query_id":2,"api_list":[]}'];
    const { trajectories } = readRecords(toolbenchTools, jsonRecords(...texts));
    expect(trajectories.map(({ tools, gold }) => [tools, gold])).toEqual([
      [null, null],
      [[], null],
    ]);
  });

  it('reject what is none', () => {
    expect(readRecords(toolbenchTools, jsonRecords('{"query":1}')).rejects).toMatchObject([
      { severity: 'rejected', reason: 'not-of-format', raw: '{"query":1}' },
    ]);
  });
});

const TOOL_FILE = `{"tool_name":"The Harbour","standardized_name":"the_harbour","title":"Harbour","host":"sea.example",
  "api_list":[{"name":"Tides","url":"https://sea.example/tides/{place}","description":"High water.","method":"get",
  "required_parameters":[],"optional_parameters":[],"body":{"at":"9:00"}}, 7]}`;
const TOOL_PATH = 'toolenv/tools/Sea/the_harbour.json';
const RESPONSES = 'toolenv/response_examples/Sea/the_harbour.json';

describe('ToolBench tool files', () => {
  it('are one API an endpoint; an entry that is none is rejected', () => {
    const { apis, rejects } = readRecords(toolbenchTools, jsonRecords(TOOL_FILE), { path: TOOL_PATH });
    expect(apis).toHaveLength(1);
    expect(apis[0]!.api).toMatchObject({
      api_id: 'rapidapi.com/the_harbour/Tides',
      kind: 'http',
      domain: 'Sea',
      method: 'GET',
      path: '/tides/{place}',
      n_examples: 1,
    });
    expect(apis[0]!.doc).toMatchObject({
      title: 'Harbour',
      base_url: 'https://sea.example',
      source_pointer: '/api_list/0',
    });
    expect(TOOL_FILE).toContain(apis[0]!.doc.raw);
    expect(rejects).toMatchObject([{ severity: 'rejected', position: '/api_list/1', raw: '7' }]);
  });

  it('take responses from the folder beside them, which is then not read on its own', () => {
    const responses = '{"api_list":[{"name":"Tides","schema":{"at":"str"}}]}';
    const companions = { [RESPONSES]: jsonRecords(responses) };
    const { apis } = readRecords(toolbenchTools, jsonRecords(TOOL_FILE), { path: TOOL_PATH, companions });
    expect(toolbenchTools.companions!(TOOL_PATH)).toEqual([{ path: RESPONSES, consumed: true }]);
    expect(JSON.parse(apis[0]!.doc.response_schema!)).toMatchObject({ properties: { at: { type: 'string' } } });
  });

  it('may be responses alone, or nothing at all', () => {
    const alone = readRecords(toolbenchTools, jsonRecords('{"api_list":[{"name":"Tides","schema":{"at":"str"}}]}'), {
      path: RESPONSES,
    });
    expect(alone.apis[0]!.api).toMatchObject({ api_id: 'rapidapi.com/the_harbour/Tides', domain: 'Sea' });
    const none = readRecords(toolbenchTools, jsonRecords('{"api_list":[]}'));
    expect(none.rejects).toMatchObject([{ severity: 'rejected', reason: 'no-operations', raw: '{"api_list":[]}' }]);
  });

  it.each([
    [instruction(), 0.97],
    [TOOL_FILE, 0.97],
    ['{"api_list":[{"name":"a","schema":{}}]}', 0.8],
    ['{"query":"q","query_id":1}', 0.5],
    ['{"query":"q","available_tools":[],"answer":{}}', null],
    ['{"api_list":[{"title":"a"}]}', null],
  ])('are recognised by their fields: %s', (text, confidence) => {
    expect(toolbenchTools.detect(sampleOf(jsonRecords(text)))?.confidence ?? null).toBe(confidence);
  });
});

describe('templateSchema', () => {
  it('reads names of types, in lists and in words', () => {
    const template = {
      id: 'str',
      none: 'NoneType',
      tags: ['list of str with length 3'],
      sizes: 'list of float with length 2',
      hits: [{ n: 'int', ok: 'bool', _list_length: 9 }],
      odd: 'datetime',
      constructor: 'toString',
    };
    expect(templateSchema(template)).toEqual({
      type: 'object',
      properties: {
        id: { type: 'string' },
        none: { type: 'null' },
        tags: { type: 'array', items: { type: 'string' } },
        sizes: { type: 'array', items: { type: 'number' } },
        hits: {
          type: 'array',
          items: { type: 'object', properties: { n: { type: 'integer' }, ok: { type: 'boolean' } } },
        },
        odd: {},
        constructor: {},
      },
    });
  });

  it('reads templates that are JSON text, and says nothing of those that were cut off or are none', () => {
    expect(templateSchema('{"id": "str"}')).toEqual({ type: 'object', properties: { id: { type: 'string' } } });
    expect(templateSchema('{"id": "st')).toBeNull();
    expect(templateSchema(null)).toBeNull();
  });
});
