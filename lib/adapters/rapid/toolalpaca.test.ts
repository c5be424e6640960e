import { describe, expect, it } from 'vitest';
import { jsonRecords, readRecords, sampleOf } from '../read-records.ts';
import { toolAlpaca } from './toolalpaca.ts';

const place = { name: 'place', in: 'query', required: true, schema: { $ref: '#/components/schemas/Place' } };
const OPENAPI = {
  openapi: '3.0.0',
  info: { title: 'Tides', version: '1' },
  servers: [{ url: 'https://sea.example' }],
  components: { schemas: { Place: { type: 'string', enum: ['Hull', 'Leith'] } } },
  paths: {
    '/tides': {
      get: {
        operationId: 'high_water',
        parameters: [place],
        responses: {
          404: { description: '', content: { 'application/json': { schema: { $ref: '#/components/schemas/error' } } } },
        },
      },
    },
    '/lights': { get: { responses: {} } },
  },
};

const tool = (more: object, documentation: unknown = JSON.stringify(OPENAPI)): string =>
  JSON.stringify(
    {
      Name: 'Harbour',
      Category: 'Sea',
      Documentation: documentation,
      Function_Description: {
        tides: 'High water.\nParameters: {}',
        lights: 'Lights.',
        sounding: 'Depth.',
        components: '',
      },
      Function_Projection: { tides: ['/tides', 'get'], lights: ['/lights', 'get'], sounding: ['/depth', 'post'] },
      ...more,
    },
    null,
    2,
  );

const read = (...texts: readonly string[]) =>
  readRecords(toolAlpaca, jsonRecords(...texts), { path: 'data/eval_real.json' });

describe('ToolAlpaca documentation', () => {
  it('is one API an operation of the stringified OpenAPI, and one a function that it does not have', () => {
    const { apis, trajectories } = read(tool({}), '{}');
    expect(apis.map(({ api, doc }) => [api.api_id, api.domain, doc.source_file, doc.source_pointer])).toEqual([
      ['sea.example/tides/high_water', 'Sea', 'data/eval_real.json', '/0/Documentation#/paths/~1tides/get'],
      ['sea.example/tides/GET /lights', 'Sea', 'data/eval_real.json', '/0/Documentation#/paths/~1lights/get'],
      ['toolalpaca/Harbour/sounding', 'Sea', 'data/eval_real.json', '/0/Function_Description/sounding'],
    ]);
    expect(apis.map(({ api }) => api.kind)).toEqual(['http', 'http', 'http']);
    expect(trajectories).toEqual([]);
  });

  it('warns of references that lead nowhere, and keeps them', () => {
    const { apis, rejects } = read(tool({}));
    expect(rejects).toMatchObject([{ severity: 'warning', reason: 'dangling-ref', file: 'data/eval_real.json' }]);
    expect(apis[0]!.doc.raw).toContain('#/components/schemas/error');
  });

  it('falls back to the functions where the documentation cannot be read', () => {
    const { apis, rejects } = read(tool({}, '{"openapi": '));
    expect(apis.map(({ api }) => [api.name, api.schema_status])).toEqual([
      ['tides', 'prose'],
      ['lights', 'prose'],
      ['sounding', 'prose'],
    ]);
    expect(rejects).toMatchObject([{ severity: 'rejected', reason: 'invalid-json' }]);
  });
});

describe('ToolAlpaca golden answers', () => {
  const malformed = '{"place": "place": ["Hull"]}';
  const answers = {
    Instructions: ['When is high water?', 'And tomorrow?', 'Thanks!'],
    Golden_Answers: [
      [
        { Action: 'tides', Action_Input: '{ "place": "Hull" }' },
        { Action: 'lights', Action_Input: '{"at": ${time from tides}}' },
      ],
      [{ Action: 'tides', Action_Input: malformed }],
    ],
  };

  it('are what is asked, and the calls that are expected one after another, arguments as they stand', () => {
    const { trajectories } = read(tool(answers));
    expect(trajectories.map(({ kind, source_pointer, record_id }) => [kind, source_pointer, record_id])).toEqual([
      ['gold', '/Golden_Answers/0', 'eval_real/Harbour/0'],
      ['gold', '/Golden_Answers/1', 'eval_real/Harbour/1'],
      ['task', '/Instructions/2', 'eval_real/Harbour/2'],
    ]);
    expect(trajectories[0]!.steps.map(({ role, content, calls }) => [role, content ?? calls[0]!.arguments])).toEqual([
      ['user', 'When is high water?'],
      ['assistant', '{ "place": "Hull" }'],
      ['assistant', '{"at": ${time from tides}}'],
    ]);
    expect(trajectories[1]!.gold).toEqual([{ turn: 0, name: 'tides', arguments: malformed, accepted: null }]);
    expect(tool(answers)).toContain(trajectories[1]!.raw);
    expect(trajectories[1]!.raw).toContain('"Action": "tides"');
  });

  it('declare functions with their operation: parameters, schemas that they refer to, and the API itself', () => {
    const { tools } = read(tool(answers)).trajectories[0]!;
    expect(tools?.map(({ name, dialect, api_id }) => [name, dialect, api_id])).toEqual([
      ['tides', 'openapi', 'sea.example/tides/high_water'],
      ['lights', 'openapi', 'sea.example/tides/GET /lights'],
      ['sounding', 'prose', 'toolalpaca/Harbour/sounding'],
    ]);
    expect(tools![0]!.parameters).toEqual({
      type: 'object',
      properties: { place: { $ref: '#/$defs/Place' } },
      required: ['place'],
      $defs: { Place: { type: 'string', enum: ['Hull', 'Leith'] } },
    });
    expect(tools![0]!.raw).toBe('High water.\nParameters: {}');
  });
});

describe('ToolAlpaca instances', () => {
  const text = '\nThought: Look.\nAction: tides\nAction Input: {"place": Hull}';
  const instance = {
    input: 'When?',
    output: 'At nine.',
    'Final Thought': 'I know.',
    intermediate_steps: [[['tides', '{"place": Hull}', text], 'Status Code: 404. Response: none'], ['?']],
  };

  it('are rollouts; the instructions that they answer make none of their own', () => {
    const { trajectories, rejects } = read(tool({ Instructions: ['When?'], Instances: [instance, 'str of a dict'] }));
    expect(trajectories).toHaveLength(1);
    expect(trajectories[0]).toMatchObject({
      kind: 'rollout',
      record_id: 'eval_real/Harbour/instances/0',
      source_pointer: '/Instances/0',
      steps: [
        { role: 'user', content: 'When?' },
        {
          role: 'assistant',
          content: text,
          calls: [{ tool_name: 'tides', arguments: '{"place": Hull}', derived: false }],
        },
        { role: 'tool', call_step: 1, call: 0, pairing: 'inline', status: '404', is_error: true, truncated: false },
        { role: 'assistant', content: '["?"]', calls: [], note: expect.any(String) },
        { role: 'assistant', content: 'At nine.', reasoning: 'I know.' },
      ],
    });
    expect(rejects.filter(({ severity }) => severity === 'rejected')).toMatchObject([
      { reason: 'not-of-format', position: '/Instances/1', raw: '"str of a dict"' },
    ]);
  });

  it('may have been cut off by the agent', () => {
    const long = 'Status Code: 200. Response: '.padEnd(3000, 'é');
    const cut = {
      ...instance,
      intermediate_steps: [
        [['tides', '{}', ''], long],
        [['tides', '{}', ''], `${long}.`],
      ],
    };
    const { steps } = read(tool({ Instances: [cut] })).trajectories[0]!;
    expect(steps.filter(({ role }) => role === 'tool').map(({ truncated }) => truncated)).toEqual([true, false]);
  });
});

describe('ToolAlpaca', () => {
  it('is recognised by its fields', () => {
    expect(toolAlpaca.detect(sampleOf(jsonRecords(tool({}))))?.confidence).toBe(0.97);
    expect(toolAlpaca.detect(sampleOf(jsonRecords('{"Name": "x", "Description": "y"}')))).toBeNull();
  });

  it('rejects what is none, and a tool that has nothing to hand on', () => {
    const { rejects, apis, trajectories } = read('{"API": "x"}', '{"Name": "x", "Function_Description": {}}');
    expect([apis, trajectories]).toEqual([[], []]);
    expect(rejects).toMatchObject([
      { severity: 'rejected', position: '/0' },
      { severity: 'rejected', position: '/1' },
    ]);
  });
});
