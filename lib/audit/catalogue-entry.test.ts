import { describe, expect, it } from 'vitest';
import { collect, inputFile } from '../adapters/collect.ts';
import { apiFromDeclaration } from '../adapters/api-from-declaration.ts';
import { readOpenApi } from '../adapters/openapi/index.ts';
import { entryFromApi, type ApiRows } from './catalogue-entry.ts';
import { judgeArguments } from './judge-arguments.ts';

const SHIP = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    mate: { $ref: '#/components/schemas/Ship' },
    log: { $ref: '#/components/schemas/Log' },
  },
  required: ['name'],
};
const BODY = { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/Ship' } } } };
const DOCUMENT = {
  openapi: '3.0.0',
  info: { 'x-providerName': 'ships.example', version: '1' },
  paths: {
    '/ships/{id}': {
      put: {
        operationId: 'put',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
          { name: 'id', in: 'query', schema: { type: 'string' } },
          { name: 'flag', in: 'query', schema: { type: 'string', enum: ['a'], nullable: true } },
        ],
        requestBody: BODY,
      },
      post: {
        operationId: 'form',
        requestBody: { content: { 'application/x-www-form-urlencoded': { schema: SHIP } } },
      },
    },
  },
  components: {
    schemas: {
      Ship: SHIP,
      Log: { type: 'object', properties: { days: { type: 'integer' } }, description: 'x'.repeat(9_000) },
    },
  },
};

describe('entryFromApi', () => {
  const { apis, definitions } = collect((sink) => readOpenApi(inputFile('a.json', DOCUMENT), sink));
  const judge = (name: string, values: object): string[] => {
    const rows = apis.find(({ api }) => api.name === name)!;
    const entry = entryFromApi(rows, (wanted) => definitions.find((one) => one.name === wanted)?.schema ?? null);
    expect(entry.api_id).toBe(`ships.example/api/${name}`);
    return judgeArguments(entry.tool, values as Readonly<Record<string, unknown>>, 'http').map(
      ({ code, pointer }) => `${code} ${pointer}`,
    );
  };

  it.each([
    [{ id: '7', body: { name: 'Ann' } }, []],
    [{ id: 7, 'query.id': 'x', flag: null, body: { name: 'Ann', mate: { name: 'Bob' } } }, []],
    [{ id: 'seven' }, ['wrong-type /id']],
    [{}, ['missing-required /id']],
    [{ id: 7, flag: 'b', page: 1 }, ['out-of-range /flag', 'unknown-argument /page']],
    [
      { id: 7, body: { mate: { mate: {} }, name: 'Ann' } },
      ['missing-required /body/mate/name', 'missing-required /body/mate/mate/name'],
    ],
    // A definition that was too large to be repeated beside the schema is looked up.
    [{ id: 7, body: { name: 'Ann', log: { days: '3' } } }, ['wrong-type /body/log/days']],
  ])('%j', (values, problems) => expect(judge('put', values).toSorted()).toEqual(problems.toSorted()));

  it('does not judge what is no JSON', () => expect(judge('form', { body: { name: 5 } })).toEqual([]));

  it('does not fail where a definition is gone, or leads to itself', () => {
    const doc: ApiRows['doc'] = { params: [], request_schema: '{"$ref":"#/$defs/Gone"}', request_type: null };
    const api = { ...apis[0]!.api, kind: 'http' as const };
    expect(judgeArguments(entryFromApi({ api, doc }, () => null).tool, { body: 1 }, 'http')).toEqual([]);
    expect(
      judgeArguments(entryFromApi({ api, doc }, () => '{"$ref":"#/$defs/Gone"}').tool, { body: 1 }, 'http'),
    ).toEqual([]);
  });

  it('judges a declared function as its declaration does', () => {
    const parameters = {
      type: 'object',
      properties: { n: { $ref: '#/definitions/N' } },
      required: ['n'],
      definitions: { N: { type: 'integer' } },
    };
    const tool = {
      name: 'f',
      description: null,
      dialect: 'json-schema' as const,
      parameters,
      returns: null,
      group: null,
      domain: null,
      api_id: null,
      raw: '',
    };
    const rows = apiFromDeclaration(tool, {
      provider: 'p',
      tool: 't',
      kind: 'function',
      source_file: '',
      source_pointer: '',
      raw_format: 'json',
    });
    const entry = entryFromApi(rows, () => null);
    for (const values of [{ n: 1 }, { n: 'x' }, {}, { n: 1, m: 2 }]) {
      expect(judgeArguments(entry.tool, values, 'openai')).toEqual(judgeArguments(tool, values, 'openai'));
    }
  });
});
