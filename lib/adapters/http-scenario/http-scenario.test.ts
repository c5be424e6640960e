import { describe, expect, it } from 'vitest';
import { collect, inputFile } from '../collect.ts';
import { linkableOperation, matchOperation, readHttpScenario, type LinkableOperation } from './index.ts';
import { readOpenApi } from '../openapi/index.ts';

const DOCUMENT = {
  openapi: '3.0.0',
  info: { 'x-providerName': 'ships.example', version: '1' },
  servers: [{ url: 'https://ships.example/api' }],
  paths: {
    '/ships': { get: { operationId: 'list' }, post: { operationId: 'add' } },
    '/ships/{id}': { get: { operationId: 'read' } },
    '/ships/newest': { get: { operationId: 'newest' } },
    '/ships/{id}/log/{path}': {
      get: { operationId: 'log', parameters: [{ name: 'path', in: 'path', 'x-multi-segment': true }] },
    },
    '/diff/{from}...{to}': { get: { operationId: 'diff' } },
    '/{a}/twice': { get: { operationId: 'one' } },
    '/{b}/twice/': { put: { operationId: 'slash' } },
    '/ports/{a}': { get: { operationId: 'portA' } },
    '/ports/{b}': { get: { operationId: 'portB' } },
  },
};

const operations: LinkableOperation[] = collect((sink) => readOpenApi(inputFile('a.json', DOCUMENT), sink)).apis.map(
  linkableOperation,
);

describe('matchOperation', () => {
  it.each([
    ['GET', '/ships', 'list', {}],
    ['post', '/ships', 'add', {}],
    ['GET', '/ships/7', 'read', { id: '7' }],
    ['GET', '/ships/a%2Fb?x=1', 'read', { id: 'a/b' }],
    ['GET', '/ships/newest', 'newest', {}],
    ['GET', '/ships/7/log/2020/05', 'log', { id: '7', path: '2020/05' }],
    ['GET', '/ships/7/log/', 'log', { id: '7', path: '' }],
    ['GET', '/diff/v1...v2', 'diff', { from: 'v1', to: 'v2' }],
    ['GET', '/ships/7/crew', null, {}],
    ['GET', '/ships/', null, {}],
    ['DELETE', '/ships/7', null, {}],
    ['GET', '/ports/x', null, {}],
  ])('%s %s is %s', (method, path, name, pathArguments) => {
    const match = matchOperation(method, `https://ships.example/api${path}`, operations);
    expect(match?.operation.name ?? null).toBe(name);
    if (match) expect(match.pathArguments).toEqual(pathArguments);
  });

  it('links nothing to another host, another base path, or no URL', () => {
    for (const url of ['https://other.example/api/ships', 'https://ships.example/v2/ships', 'ships']) {
      expect(matchOperation('GET', url, operations)).toBeNull();
    }
  });
});

describe('readHttpScenario', () => {
  const exchange = {
    scope: 'https://ships.example:443',
    method: 'get',
    path: '/api/ships?tag=a&tag=b&page=2',
    body: '',
    status: 200,
    response: [{ id: 7 }],
    headers: { 'content-type': 'application/json' },
  };
  const failing = {
    ...exchange,
    method: 'post',
    path: '/api/boats',
    body: { name: '' },
    status: 422,
    response: 'no name',
    headers: {},
  };
  const path = 'scenarios/ships.example/list-ships/normalized-fixture.json';
  const read = (content: unknown): ReturnType<typeof collect> =>
    collect((sink) => readHttpScenario(inputFile(path, content), sink, { operations }));

  it('makes one trajectory of a scenario, calls linked where they can be', () => {
    const [one] = read([exchange, failing]).trajectories;
    expect(one).toMatchObject({ record_id: 'ships.example/list-ships', kind: 'recorded', source_file: path });
    expect(
      one!.steps.map(({ role, content, status, is_error, call_step }) => [role, content, status, is_error, call_step]),
    ).toEqual([
      ['user', 'list-ships', null, false, null],
      ['assistant', null, null, false, null],
      ['tool', '[{"id":7}]', '200', false, 1],
      ['assistant', null, null, false, null],
      ['tool', 'no name', '422', true, 3],
    ]);
    expect(
      one!.steps
        .flatMap(({ calls }) => calls)
        .map(({ tool_name, api_id, arguments: given }) => [tool_name, api_id, given]),
    ).toEqual([
      ['list', 'ships.example/api/list', '{"tag":["a","b"],"page":"2"}'],
      ['POST /api/boats', null, '{"body":{"name":""}}'],
    ]);
  });

  it('rejects what is no scenario', () => {
    for (const content of [{ a: 1 }, [], [exchange, { status: 200 }]]) {
      const { trajectories, rejects } = read(content);
      expect(trajectories).toEqual([]);
      expect(rejects.map(({ reason }) => reason)).toEqual(['not-a-scenario']);
    }
    expect(read('[{').rejects.map(({ reason }) => reason)).toEqual(['invalid-json']);
  });
});
