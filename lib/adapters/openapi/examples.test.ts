import { describe, expect, it } from 'vitest';
import harbour from '../../../fixtures/openapi/harbour.json?raw';
import { collect, inputFile } from '../collect.ts';
import type { TrajectoryRecord } from '../records.ts';
import { readOpenApi } from './read.ts';

function trajectories(content: unknown): TrajectoryRecord[] {
  return collect((sink) => readOpenApi(inputFile('harbour.json', content), sink)).trajectories;
}

function byId(all: readonly TrajectoryRecord[], id: string): TrajectoryRecord {
  return all.find(({ record_id }) => record_id === id)!;
}

/** A trajectory as a script: role, call or content. */
function script({ steps }: TrajectoryRecord): string[] {
  return steps.map(({ role, content, calls, status, is_error }) => {
    if (calls.length > 0) return `${role} ${calls.map((call) => `${call.tool_name} ${call.arguments}`).join('; ')}`;
    return [role, status, is_error ? 'error' : null, content].filter((part) => part !== null).join(' ');
  });
}

/** A document whose only operation documents a response, and what else is given. */
function documentWith(operation: object, method = 'get'): object {
  const responses = { 200: { content: { 'application/json': { example: { ok: true } } } } };
  return {
    openapi: '3.0.0',
    paths: { '/x': { [method]: { operationId: 'op', summary: 'Do it', responses, ...operation } } },
  };
}

describe('trajectories from documented examples', () => {
  const all = trajectories(harbour);
  const id = 'harbour.example/harbour';

  it('are made where all that a call needs is documented', () => {
    expect(all.map(({ record_id }) => record_id)).toEqual([
      `${id}/listBerths`,
      `${id}/addBerth`,
      `${id}/addBerth#error`,
      `${id}/GET /berths/{id}`,
      `${id}/GET /berths/{id}#error`,
      `${id}/GET /berths/{id}#chain`,
    ]);
  });

  it('have the documentation as instruction, the documented call and its response', () => {
    const one = byId(all, `${id}/listBerths`);
    expect(script(one)).toEqual([
      'user Lists every **berth** of the harbour. Free ones come first.',
      'assistant listBerths {"quay":["north"]}',
      'tool 200 [{"id":7,"ship":null}]',
    ]);
    expect(one).toMatchObject({
      kind: 'documented',
      outcome: null,
      model: null,
      source_file: 'harbour.json',
      source_pointer: '/paths/~1berths/get',
    });
    expect(one.steps.map(({ note }) => note)).toEqual([
      "The operation's description, verbatim.",
      'Call with the documented examples of parameters and body.',
      'Documented example of response 200.',
    ]);
    expect(one.steps[2]).toMatchObject({ call_step: 1, call: 0, content_type: 'application/json' });
  });

  it('pair a request and an error response that have the same name', () => {
    expect(script(byId(all, `${id}/addBerth#error`))).toEqual([
      'user Add a berth',
      'assistant addBerth {"body":{"length":-1}}',
      'tool 422 error {"error":"length"}',
      'assistant addBerth {"body":{"length":40}}',
      'tool 201 {"id":8}',
    ]);
  });

  it('else leave out an argument for the documented error, and say which', () => {
    const one = byId(all, `${id}/GET /berths/{id}#error`);
    expect(script(one).slice(1, 4)).toEqual([
      'assistant GET /berths/{id} {}',
      'tool 404 error no berth 99',
      'assistant GET /berths/{id} {"id":7}',
    ]);
    expect(one.steps[1]!.note).toBe(
      'Failing call, assembled for the documented error 404: the documented arguments without "id".',
    );
  });

  it('chain the list and the read operation of a resource', () => {
    const one = byId(all, `${id}/GET /berths/{id}#chain`);
    expect(one.steps.map(({ role }) => role)).toEqual(['user', 'assistant', 'tool', 'user', 'assistant', 'tool']);
    expect(one.steps.map(({ call_step }) => call_step)).toEqual([null, null, 1, null, null, 4]);
    expect(one.steps[3]!.note).toContain('GET /berths, then GET /berths/{id}');
  });

  it('leave out a required path parameter without a value', () => {
    expect(all.some(({ record_id }) => record_id!.includes('removeBerth'))).toBe(false);
  });
});

/** The call of the document's only trajectory. */
function onlyCall(operation: object, method = 'get'): string | undefined {
  return script(trajectories(documentWith(operation, method))[0] ?? ({ steps: [] } as unknown as TrajectoryRecord))[1];
}

describe('what counts as documented', () => {
  it.each([
    [{ name: 'a', in: 'query', required: true, example: 1 }, '{"a":1}'],
    [{ name: 'a', in: 'query', required: true, examples: { first: { value: 2 }, second: { value: 3 } } }, '{"a":2}'],
    [{ name: 'a', in: 'query', required: true, schema: { example: 4, default: 9 } }, '{"a":4}'],
    [{ name: 'a', in: 'query', required: true, schema: { examples: [5] } }, '{"a":5}'],
    [{ name: 'a', in: 'query', required: true, 'x-example': 6 }, '{"a":6}'],
    [{ name: 'a', in: 'query', required: true, schema: { default: 7 } }, '{"a":7}'],
    [{ name: 'a', in: 'query', required: true, schema: { enum: ['v1'] } }, '{"a":"v1"}'],
    [{ name: 'a', in: 'query', schema: { default: 8 } }, '{}'],
    [{ name: 'a', in: 'query', required: true, example: false }, '{"a":false}'],
  ])('%j gives %s', (parameter, expected) => {
    expect(onlyCall({ parameters: [parameter] })).toBe(`assistant op ${expected}`);
  });

  it.each([
    [{ parameters: [{ name: 'a', in: 'query', required: true, schema: { type: 'string' } }] }],
    [{ parameters: [{ name: 'a', in: 'query', required: true, schema: { enum: ['v1', 'v2'] } }] }],
    [{ requestBody: { required: true, content: { 'application/json': {} } } }],
    [{ summary: undefined }],
    [{ responses: { 200: { description: 'no example' }, 404: { content: { 'text/plain': { example: 'x' } } } } }],
  ])('%j gives none', (operation) => {
    expect(onlyCall(operation)).toBeUndefined();
  });

  it('keeps apart what has one name in two places', () => {
    const parameters = [
      { name: 'id', in: 'path', required: true, example: 1 },
      { name: 'id', in: 'query', example: 2 },
      { name: 'body', in: 'query', example: 3 },
    ];
    const requestBody = { content: { 'application/json': { example: 4 } } };
    expect(onlyCall({ parameters, requestBody }, 'post')).toBe(
      'assistant op {"id":1,"query.id":2,"body":3,"request.body":4}',
    );
  });

  it('keeps a text response as it is', () => {
    const responses = { 200: { content: { 'text/csv': { example: 'a,b\n1,2\n' } } } };
    expect(trajectories(documentWith({ responses }))[0]!.steps[2]).toMatchObject({
      content: 'a,b\n1,2\n',
      content_type: 'text/csv',
    });
  });
});
