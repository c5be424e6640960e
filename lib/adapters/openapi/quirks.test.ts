/** What breaks importers that trust their input; each quirk was met in a public document. */
import { describe, expect, it } from 'vitest';
import { collect, inputFile, type Collected } from '../collect.ts';
import { RAW_LIMIT } from '../reasons.ts';
import { readOpenApi } from './read.ts';

function read(content: unknown, path = 'vendor/doc.json'): Collected {
  return collect((sink) => readOpenApi(inputFile(path, content), sink));
}

/** A document with one operation `get /x`, and what else is given. */
function documentWith(operation: object, rest: object = {}): Record<string, unknown> {
  return { openapi: '3.0.0', info: { title: 'T', version: '1' }, paths: { '/x': { get: operation } }, ...rest };
}

function reasons({ rejects }: Collected): string[] {
  return rejects.map(({ severity, reason, position }) => `${severity} ${reason} ${position}`);
}

function jsonBody(schema: unknown): object {
  return { requestBody: { content: { 'application/json': { schema } } }, responses: {} };
}

describe('encodings', () => {
  it('leaves out a byte order mark, with a warning', () => {
    const all = read(`\uFEFF${JSON.stringify(documentWith({}))}`);
    expect(all.apis).toHaveLength(1);
    expect(reasons(all)).toEqual(['warning byte-order-mark byte 0']);
  });

  it('reads what is not UTF-8 as windows-1252, and says which byte it was', () => {
    const text = JSON.stringify(documentWith({ summary: 'Br\u00F8d' }));
    const latin1 = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const all = read(latin1);
    expect(all.apis[0]!.api.summary).toBe('Brød');
    expect(reasons(all)).toEqual([`warning wrong-encoding byte ${text.indexOf('\u00F8')}`]);
  });

  it('shows mojibake as it is', () => {
    const garbled = 'token Ã¢â‚¬â€œ expires';
    expect(read(documentWith({ summary: garbled })).apis[0]!.api.summary).toBe(garbled);
  });
});

describe('files that are no document', () => {
  it.each([
    ['', 'a.json', 'warning empty-file 1:1'],
    ['  \n', 'a.yaml', 'warning empty-file 1:1'],
    ['{"openapi": "3.0.0"\n "info": {}}', 'a.json', 'rejected invalid-json 2:2'],
    ['{"a": 1,}', 'a.json', 'rejected invalid-json 1:9'],
    ['{"a": "x\ny"}', 'a.json', 'rejected invalid-json 1:7'],
    ['{"openapi":"3.0.0"}{"openapi":"3.0.0"}', 'a.json', 'rejected invalid-json 1:20'],
    ['a: [1, 2', 'a.yaml', 'rejected invalid-yaml 1:9'],
    ['[1, 2]', 'a.json', 'rejected not-openapi '],
    ['{"swagger": "1.2"}', 'a.json', 'rejected not-openapi '],
    ['just words', 'a.yaml', 'rejected not-openapi '],
    [JSON.stringify({ openapi: '3.1.0', info: {}, webhooks: {} }), 'a.json', 'warning no-operations /paths'],
  ])('%j is told apart', (text, path, expected) => {
    const all = read(text, path);
    expect(all.apis).toEqual([]);
    expect(reasons(all)).toEqual([expected]);
  });

  it('keeps the neighbourhood of the fault of a long file', () => {
    const long = `{"a": "${'x'.repeat(100_000)}", "here" oops, "b": "${'y'.repeat(100_000)}"}`;
    const [reject] = read(long).rejects;
    expect(reject!.raw).toHaveLength(RAW_LIMIT);
    expect(reject!.raw).toContain('"here" oops');
    expect(reject!.message).toContain('"here" oops');
  });

  it('rejects an alias bomb instead of expanding it', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    expect(reasons(read(`openapi: 3.0.0\n${lines.join('\n')}`, 'bomb.yaml'))).toEqual(['rejected invalid-yaml 1:1']);
  });
});

describe('keys and numbers that parsing loses', () => {
  const repeated = `{ "openapi": "3.0.0", "info": {}, "paths": { "/x": {
    "get": { "operationId": "first", "operationId": "second" },
    "post": { "operationId": "old" },
    "post": { "operationId": "new" } } } }`;

  it('takes the last of a repeated key, and keeps both in the warning', () => {
    const all = read(repeated);
    expect(all.apis.map(({ api }) => api.name)).toEqual(['second', 'new']);
    expect(all.apis[0]!.doc.raw).toBe('{ "operationId": "first", "operationId": "second" }');
    expect(all.apis[1]!.doc.raw).toBe('{ "operationId": "new" }');
    const [first] = all.rejects;
    expect(first).toMatchObject({
      reason: 'duplicate-key',
      position: '/paths/~1x/get/operationId',
      severity: 'warning',
    });
    expect(first!.raw).toBe('"operationId": "first"\n"operationId": "second"');
  });

  it('accounts for an operation that a later one replaced', () => {
    expect(reasons(read(repeated)).slice(1)).toEqual([
      'warning duplicate-key /paths/~1x/post',
      'rejected duplicate-key /paths/~1x/post',
    ]);
    expect(read(repeated).rejects.at(-1)!.raw).toBe('{ "operationId": "old" }');
  });

  it('does so where the whole path is repeated', () => {
    const all = read('{ "openapi": "3.0.0", "paths": { "/x": { "get": {}, "put": {} }, "/x": { "get": {} } } }');
    expect(all.apis).toHaveLength(1);
    expect(reasons(all).filter((one) => one.startsWith('rejected'))).toEqual([
      'rejected duplicate-key /paths/~1x/get',
      'rejected duplicate-key /paths/~1x/put',
    ]);
  });

  it('does the same in YAML', () => {
    const all = read('openapi: 3.0.0\npaths:\n  /x:\n    get: {summary: a}\n    get: {summary: b}\n', 'a.yaml');
    expect(all.apis.map(({ api, doc }) => [api.summary, doc.raw])).toEqual([['b', '{summary: b}']]);
    expect(reasons(all)).toEqual(['warning duplicate-key /paths/~1x/get', 'rejected duplicate-key /paths/~1x/get']);
  });

  it.each([
    ['9223372036854775807', true],
    ['-59587016159270075', true],
    ['0.1000000000000000055511151231257827', true],
    ['9223372036854776000', false],
    ['1.50', false],
    ['1e3', false],
  ])('warns of a number that changes: %s', (numeral, changes) => {
    const text = `{ "openapi": "3.0.0", "paths": { "/x": { "get": { "x-n": [0, ${numeral}] } } } }`;
    const all = read(text);
    expect(reasons(all)).toEqual(changes ? ['warning inexact-number /paths/~1x/get/x-n/1'] : []);
    expect(all.apis[0]!.doc.raw).toContain(numeral);
    const yaml = read(`openapi: 3.0.0\npaths:\n  /x:\n    get: { x-n: [0, ${numeral}] }\n`, 'a.yaml');
    expect(reasons(yaml)).toEqual(reasons(all));
  });
});

describe('references', () => {
  it('takes a property named $ref for what it is', () => {
    const schemas = {
      Meta: { type: 'object', properties: { $ref: { type: 'string' }, of: { $ref: '#/components/schemas/Meta' } } },
    };
    const all = read(documentWith(jsonBody({ $ref: '#/components/schemas/Meta' }), { components: { schemas } }));
    expect(all.rejects).toEqual([]);
    expect(all.apis[0]!.doc.params.map(({ name, type }) => [name, type])).toEqual([
      ['$ref', 'string'],
      ['of', 'Meta'],
    ]);
    expect(JSON.parse(all.definitions[0]!.schema)).toEqual({
      type: 'object',
      properties: { $ref: { type: 'string' }, of: { $ref: '#/$defs/Meta' } },
    });
  });

  it('does not take data for references', () => {
    const schema = {
      type: 'object',
      example: { $ref: '#/nowhere' },
      default: { $ref: '#/nowhere' },
      enum: [{ $ref: '#/nowhere' }],
    };
    const all = read(documentWith(jsonBody(schema)));
    expect(all.rejects).toEqual([]);
    expect(JSON.parse(all.apis[0]!.doc.request_schema!)).toEqual(schema);
  });

  it('keeps a dangling or external reference as written, and says so once', () => {
    const schema = {
      type: 'object',
      properties: {
        a: { $ref: '#/components/schemas/Gone' },
        b: { $ref: '#/components/schemas/Gone' },
        c: { $ref: 'other.json#/Pet' },
      },
    };
    const all = read(documentWith(jsonBody(schema)));
    expect(JSON.parse(all.apis[0]!.doc.request_schema!)).toEqual(schema);
    expect(all.rejects.map(({ reason, raw }) => [reason, raw])).toEqual([
      ['dangling-ref', '#/components/schemas/Gone'],
      ['external-ref', 'other.json#/Pet'],
    ]);
  });

  it('survives references that lead to themselves', () => {
    const components = {
      schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } },
      parameters: { P: { $ref: '#/components/parameters/P' } },
    };
    const operation = {
      parameters: [{ $ref: '#/components/parameters/P' }],
      ...jsonBody({ $ref: '#/components/schemas/A' }),
    };
    const all = read(documentWith(operation, { components }));
    expect(all.apis).toHaveLength(1);
    expect(all.rejects.map(({ reason, raw }) => [reason, raw])).toEqual([
      ['dangling-ref', '#/components/parameters/P'],
      ['dangling-ref', '#/components/schemas/A'],
    ]);
    expect(all.definitions.map(({ name }) => name).toSorted()).toEqual(['A', 'B']);
  });

  it('follows references to any place of the document, percent-encoded or not', () => {
    const paths = {
      '/x': { get: jsonBody({ $ref: '#/paths/~1y%7Bid%7D/get/x-schema' }) },
      '/y{id}': { get: { 'x-schema': { type: 'integer' } } },
    };
    const all = read({ openapi: '3.0.0', paths });
    expect(all.rejects).toEqual([]);
    expect(all.definitions.map(({ name, schema }) => [name, schema])).toEqual([
      ['paths//y{id}/get/x-schema', '{"type":"integer"}'],
    ]);
    expect(JSON.parse(all.apis[0]!.doc.request_schema!)).toMatchObject({
      $ref: '#/$defs/paths~1~1y{id}~1get~1x-schema',
    });
  });

  it('embeds definitions nearest first, and leaves the rest to the table of definitions', () => {
    const filler = 'x'.repeat(2_500);
    const chain = Object.fromEntries(
      [1, 2, 3, 4].map((n) => [
        `S${n}`,
        { description: filler, properties: { next: { $ref: `#/components/schemas/S${n + 1}` } } },
      ]),
    );
    const schemas = { ...chain, S5: { type: 'string' } };
    const all = read(documentWith(jsonBody({ $ref: '#/components/schemas/S1' }), { components: { schemas } }));
    const schema = JSON.parse(all.apis[0]!.doc.request_schema!) as { $defs: object };
    expect(Object.keys(schema.$defs)).toEqual(['S1', 'S2']);
    expect(all.definitions.map(({ name }) => name).toSorted()).toEqual(['S1', 'S2', 'S3', 'S4', 'S5']);
  });
});

describe('operations', () => {
  it('numbers those that share an id', () => {
    const paths = {
      '/a': { get: { operationId: 'same' }, put: { operationId: 'same' } },
      '/b': { get: { operationId: 'same' } },
    };
    const all = read({ openapi: '3.0.0', paths });
    expect(all.apis.map(({ api }) => api.name)).toEqual(['same', 'same~2', 'same~3']);
    expect(reasons(all)).toEqual(['warning duplicate-id /paths/~1a/put', 'warning duplicate-id /paths/~1b/get']);
  });

  it('rejects what is none, and reads the rest', () => {
    const all = read({ openapi: '3.0.0', paths: { '/a': null, '/b': { get: 'soon', put: {} } } });
    expect(all.apis.map(({ api }) => api.name)).toEqual(['PUT /b']);
    expect(reasons(all)).toEqual(['rejected not-an-operation /paths/~1a', 'rejected not-an-operation /paths/~1b/get']);
  });

  it('takes members of unexpected types for absent', () => {
    const odd = {
      parameters: [null, 'x', { in: 'query' }],
      responses: [],
      tags: 3,
      summary: 7,
      description: ['a'],
      requestBody: 'none',
    };
    const all = read(documentWith(odd, { servers: 'here', info: 'Title', security: null }), 'vendor/doc.json');
    expect(all.rejects).toEqual([]);
    expect(all.apis[0]!.api).toMatchObject({
      provider: 'vendor',
      tool: 'doc',
      summary: null,
      n_params: 0,
      schema_status: 'none',
    });
  });

  it('keeps a description of 170,000 characters whole, and its first sentence as summary', () => {
    const description = `<p>Creates an <b>account</b>.</p>\n${'Long. '.repeat(28_000)}`;
    const { api, doc } = read(documentWith({ description })).apis[0]!;
    expect(doc.description).toBe(description);
    expect(doc.document).toContain(description);
    expect(api.summary).toBe('Creates an account.');
  });

  it('reads a schema that is 28 levels deep', () => {
    let schema: object = { type: 'string' };
    for (let depth = 0; depth < 28; depth++) schema = { type: 'object', properties: { inner: schema } };
    const { doc } = read(documentWith(jsonBody(schema))).apis[0]!;
    expect(JSON.parse(doc.request_schema!)).toEqual(schema);
  });

  it('gives up on a document that no stack can hold, with a reject', () => {
    const deep = `${'{"items":'.repeat(200_000)}{}${'}'.repeat(200_000)}`;
    const all = read(`{"openapi":"3.0.0","paths":{"/x":{"get":{"x-deep":${deep}}}}}`);
    expect(all.apis).toEqual([]);
    expect(all.rejects.map(({ reason }) => reason)).toEqual(['document-failed']);
  });

  it('reads 111 parameters', () => {
    const parameters = Array.from({ length: 111 }, (_, n) => ({
      name: `p${n}`,
      in: 'query',
      required: n % 2 === 0,
      type: 'string',
    }));
    const all = read({ swagger: '2.0', paths: { '/x': { get: { parameters } } } });
    expect(all.apis[0]!.api).toMatchObject({ n_params: 111, n_required: 56 });
  });
});
