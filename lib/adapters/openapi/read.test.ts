import { describe, expect, it } from 'vitest';
import harbour from '../../../fixtures/openapi/harbour.json?raw';
import lighthouse from '../../../fixtures/openapi/lighthouse.yaml?raw';
import { collect, inputFile, type Collected } from '../collect.ts';
import { readOpenApi } from './read.ts';

function read(content: unknown, path = 'folder/doc.json'): Collected {
  return collect((sink) => readOpenApi(inputFile(path, content), sink));
}

function byId({ apis }: Collected, id: string): Collected['apis'][number] {
  const found = apis.find(({ api }) => api.api_id === id);
  if (!found) throw new Error(`${id} is not among ${apis.map(({ api }) => api.api_id).join(', ')}`);
  return found;
}

describe('OpenAPI 3.1 in JSON', () => {
  const all = read(harbour, 'harbour.json');

  it('reads every operation, in the order of the document', () => {
    expect(all.apis.map(({ api }) => [api.api_id, api.method, api.path])).toEqual([
      ['harbour.example/harbour/listBerths', 'GET', '/berths'],
      ['harbour.example/harbour/addBerth', 'POST', '/berths'],
      ['harbour.example/harbour/GET /berths/{id}', 'GET', '/berths/{id}'],
      ['harbour.example/harbour/removeBerth', 'DELETE', '/berths/{id}'],
    ]);
    expect(all.rejects).toEqual([]);
  });

  it('fills the row of the catalogue', () => {
    expect(byId(all, 'harbour.example/harbour/listBerths').api).toEqual({
      api_id: 'harbour.example/harbour/listBerths',
      provider: 'harbour.example',
      tool: 'harbour',
      name: 'listBerths',
      kind: 'http',
      domain: 'transport',
      method: 'GET',
      path: '/berths',
      summary: 'List berths',
      n_params: 2,
      n_required: 0,
      n_examples: 2,
      deprecated: false,
      schema_status: 'full',
    });
  });

  it('keeps the source text of each operation', () => {
    const { doc } = byId(all, 'harbour.example/harbour/removeBerth');
    expect(doc.raw_format).toBe('json');
    expect(harbour).toContain(doc.raw);
    expect(JSON.parse(doc.raw)).toMatchObject({ operationId: 'removeBerth' });
    expect(doc.source_pointer).toBe('/paths/~1berths~1{id}/delete');
  });

  it('lists parameters with types and constraints, the properties of the body after them', () => {
    const { doc } = byId(all, 'harbour.example/harbour/addBerth');
    expect(
      doc.params.map(({ name, location, type, required, constraints }) => [
        name,
        location,
        type,
        required,
        constraints,
      ]),
    ).toEqual([
      ['page', 'query', 'integer', false, '{"default":1,"minimum":1}'],
      ['length', 'body', 'number', true, '{"exclusiveMinimum":0}'],
      ['neighbour', 'body', 'Berth', false, null],
    ]);
  });

  it('embeds what a schema refers to, a cycle once, and emits only what is reached', () => {
    const { doc } = byId(all, 'harbour.example/harbour/addBerth');
    const schema = JSON.parse(doc.request_schema!) as { $ref: string; $defs: Record<string, unknown> };
    expect(schema.$ref).toBe('#/$defs/NewBerth');
    expect(Object.keys(schema.$defs)).toEqual(['NewBerth', 'Berth']);
    expect(JSON.stringify(schema.$defs['Berth'])).toContain('{"$ref":"#/$defs/NewBerth"}');
    expect(all.definitions.map(({ definition_id }) => definition_id).toSorted()).toEqual([
      'harbour.example/harbour#Berth',
      'harbour.example/harbour#NewBerth',
    ]);
  });

  it('writes the training document', () => {
    expect(byId(all, 'harbour.example/harbour/addBerth').doc.document).toBe(`harbour.example/harbour/addBerth
POST /berths
https://api.harbour.example/v2

Add a berth

## Parameters
- page (query, integer, default 1, minimum 1)

## Request body (application/json, required)
NewBerth
- length (number, required, exclusiveMinimum 0): In metres.
- neighbour (Berth)
  - length (number, required, exclusiveMinimum 0): In metres.
  - neighbour (Berth)
  - id (int64, readOnly)
  - ship (string | null)

## Responses
- 201 (application/json, Berth): Added.
  {length: number, neighbour: Berth, id: int64, ship: string | null}
- 422 (application/json): Too short.

## Request example
\`\`\`
{"length":40}
\`\`\`

## Response example 201
\`\`\`
{"id":8}
\`\`\``);
  });

  it('keeps security and licence as documented', () => {
    const { doc } = byId(all, 'harbour.example/harbour/listBerths');
    expect([doc.security, doc.licence, doc.version, doc.title]).toEqual(['[{"key":[]}]', 'MIT', '2.1', 'Harbour']);
  });
});

describe('Swagger 2 in YAML', () => {
  const all = read(lighthouse, 'lighthouse.yaml');

  it('reads it in the vocabulary of OpenAPI 3', () => {
    expect(all.rejects).toEqual([]);
    const { api, doc } = byId(all, 'lights.example/lighthouse-keeping/getLamp');
    expect([api.domain, doc.base_url, doc.licence, doc.raw_format]).toEqual([
      'maritime',
      'https://api.lights.example/v1',
      'CC0',
      'yaml',
    ]);
    expect(doc.params).toEqual([
      {
        name: 'lamp',
        location: 'path',
        type: 'string',
        required: true,
        description: null,
        constraints: '{"enum":["red","green"]}',
        schema: '{"type":"string","enum":["red","green"]}',
      },
    ]);
    expect(JSON.parse(doc.examples)).toEqual([
      { place: 'parameter', name: 'lamp', status: null, media_type: null, value: 'red' },
      { place: 'response', name: null, status: '200', media_type: 'application/json', value: { lit: true } },
    ]);
  });

  it('makes the fields of a form properties of a body', () => {
    const { api, doc } = byId(all, 'lights.example/lighthouse-keeping/setLamp');
    expect([api.n_params, api.n_required, doc.request_type]).toEqual([3, 2, 'application/x-www-form-urlencoded']);
    expect(JSON.parse(doc.request_schema!)).toEqual({
      type: 'object',
      properties: { lit: { type: 'boolean', description: 'On or off.' }, reason: { type: 'string', maxLength: 80 } },
      required: ['lit'],
    });
  });

  it('resolves anchors and merge keys', () => {
    const { doc } = byId(all, 'lights.example/lighthouse-keeping/sendSignal');
    const schema = JSON.parse(doc.request_schema!) as { $defs: { Signal: { properties: { from: object } } } };
    expect(schema.$defs.Signal.properties.from).toMatchObject({
      type: 'object',
      description: 'The lamp that sends it.',
    });
  });

  it('keeps the exact source of an operation', () => {
    const { raw } = byId(all, 'lights.example/lighthouse-keeping/getLamp').doc;
    expect(lighthouse).toContain(raw);
    expect(raw.trimStart()).toMatch(/^operationId: getLamp\n/);
  });
});
