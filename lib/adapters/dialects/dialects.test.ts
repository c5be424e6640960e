import { describe, expect, it } from 'vitest';
import type { Dialect, ToolDeclaration } from '../declarations.ts';
import { DIALECTS } from '../declarations.ts';
import { declaredParameters, declaredResult } from './index.ts';
import { typeSchema } from './type-names.ts';

function declare(dialect: Dialect, parameters: unknown, rest: Partial<ToolDeclaration> = {}): ToolDeclaration {
  const none = { description: null, returns: null, group: null, domain: null, api_id: null, raw: '' };
  return { name: 'moor', dialect, parameters, ...none, ...rest };
}

const schemaOf = (dialect: Dialect, parameters: unknown): unknown =>
  declaredParameters(declare(dialect, parameters)).schema;
const statusOf = (dialect: Dialect, parameters: unknown, rest: Partial<ToolDeclaration> = {}): string =>
  declaredParameters(declare(dialect, parameters, rest)).status;

describe('typeSchema', () => {
  it.each([
    ['str', { type: 'string' }],
    ['STRING', { type: 'string' }],
    ['float', { type: 'number' }],
    ['NUMBER', { type: 'number' }],
    ['dict', { type: 'object' }],
    ['HashMap', { type: 'object' }],
    ['tuple', { type: 'array' }],
    ['any', {}],
    ['List[int]', { type: 'array', items: { type: 'integer' } }],
    ['list[list[float]]', { type: 'array', items: { type: 'array', items: { type: 'number' } } }],
    ['Array<String>', { type: 'array', items: { type: 'string' } }],
    ['typing.Optional[str]', { type: ['string', 'null'] }],
    ['Union[int, str]', { type: ['integer', 'string'] }],
    ['int | None', { type: ['integer', 'null'] }],
    ['Union[int, Any]', {}],
    ['Dict[str, List[int]]', { type: 'object', additionalProperties: { type: 'array', items: { type: 'integer' } } }],
    ['Tuple[float, float]', { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }], maxItems: 2 }],
    ['Tuple[int, ...]', { type: 'array', items: { type: 'integer' } }],
    ["Literal['a, b', 2, True]", { enum: ['a, b', 2, true] }],
    ['Union[List[int], str]', { anyOf: [{ type: 'array', items: { type: 'integer' } }, { type: 'string' }] }],
    ['DATE (YYYY-MM-DD)', { type: 'string', format: 'date' }],
    ['List[Vessel]', { type: 'array', items: {} }],
  ])('%s', (text, schema) => expect(typeSchema(text)).toEqual(schema));

  it.each([
    '',
    'Vessel',
    'np.ndarray',
    'ENUM',
    'datetime',
    'Union[int, Vessel]',
    'Literal[NORTH]',
    'Callable[[int], str]',
    '[',
    'List[',
  ])('judges nothing of %j', (text) => expect(typeSchema(text)).toBeNull());

  it('is not led into the depths', () => {
    expect(() => typeSchema('List['.repeat(10_000) + ']'.repeat(10_000))).not.toThrow();
    expect(typeSchema('constructor')).toBeNull();
  });
});

describe('json-schema, openapi and bfcl', () => {
  it('reads Python types at every level', () => {
    const declared = {
      type: 'dict',
      properties: {
        at: { type: 'tuple', items: { type: 'float' } },
        crew: { type: 'dict', properties: { n: { type: 'any' } } },
      },
      required: ['at'],
    };
    expect(schemaOf('bfcl', declared)).toEqual({
      type: 'object',
      properties: { at: { type: 'array', items: { type: 'number' } }, crew: { type: 'object', properties: { n: {} } } },
      required: ['at'],
    });
  });

  it('reads the flags of older drafts and of OpenAPI', () => {
    const declared = {
      type: 'object',
      properties: {
        depth: {
          type: 'number',
          minimum: 0,
          exclusiveMinimum: true,
          maximum: 9,
          exclusiveMaximum: false,
          nullable: true,
        },
        flag: { type: 'string', enum: ['a'], nullable: true, required: true },
        berth: { $ref: '#/definitions/Berth', nullable: true },
      },
      definitions: { Berth: { type: 'object', properties: { next: { $ref: '#/definitions/Berth' } } } },
    };
    expect(schemaOf('openapi', declared)).toEqual({
      type: 'object',
      properties: {
        depth: { type: ['number', 'null'], exclusiveMinimum: 0, maximum: 9 },
        flag: { type: ['string', 'null'], enum: ['a', null] },
        berth: { anyOf: [{ $ref: '#/$defs/Berth' }, { type: 'null' }] },
      },
      required: ['flag'],
      $defs: { Berth: { type: 'object', properties: { next: { $ref: '#/$defs/Berth' } } } },
    });
  });

  it.each([
    ['an unknown type', { type: 'vessel' }],
    ['a list with an unknown type', { type: ['string', 'vessel'] }],
    ['a pattern that is none', { pattern: '(' }],
    ['a pattern that repeats a repetition', { pattern: '^(a+)+$' }],
    ['bounds that are no numbers', { minimum: '3', maxLength: -1, multipleOf: 0 }],
    ['an enumeration in words', { enum: 'a, b' }],
    ['a reference that leads nowhere', { $ref: '#/definitions/Gone' }],
    ['a reference to elsewhere', { $ref: 'https://ships.example/schema.json' }],
  ])('judges nothing by %s', (_what, declared) =>
    expect(schemaOf('json-schema', { type: 'object', properties: { a: declared } })).toEqual({
      type: 'object',
      properties: { a: {} },
    }),
  );

  it('lets a list of values that contradicts its type stand alone', () => {
    expect(schemaOf('json-schema', { properties: { n: { type: 'integer', enum: ['1', '2'] } } })).toEqual({
      properties: { n: { enum: ['1', '2'] } },
    });
  });

  it('takes the values listed at a list for those of its items', () => {
    const declared = { properties: { a: { type: 'array', items: { type: 'string' }, enum: ['x', 'y'] } } };
    expect(schemaOf('bfcl', declared)).toEqual({
      properties: { a: { type: 'array', items: { type: 'string', enum: ['x', 'y'] } } },
    });
  });

  it('keeps what is named like a keyword apart from keywords', () => {
    const declared = {
      type: 'object',
      properties: { $ref: { type: 'string' }, type: { type: 'str' }, required: { type: 'bool' } },
    };
    expect(declaredParameters(declare('json-schema', declared)).fields.map(({ name, type }) => [name, type])).toEqual([
      ['$ref', 'string'],
      ['type', 'string'],
      ['required', 'boolean'],
    ]);
  });

  it('takes arguments that stand where the schema belongs', () => {
    expect(schemaOf('json-schema', { port: { type: 'str' }, days: { type: 'int, optional' } })).toEqual({
      type: 'object',
      properties: { port: { type: 'string' }, days: { type: 'integer' } },
      required: ['port'],
    });
  });

  it('is not led into the depths, nor round in circles', () => {
    let deep: unknown = { type: 'string' };
    for (let level = 0; level < 5_000; level++) deep = { type: 'object', properties: { a: deep } };
    expect(() => declaredParameters(declare('json-schema', deep))).not.toThrow();
    const loop = {
      $ref: '#/definitions/A',
      definitions: { A: { $ref: '#/definitions/B' }, B: { $ref: '#/definitions/A' } },
    };
    expect(declaredParameters(declare('json-schema', loop)).fields).toEqual([]);
    expect(declaredParameters(declare('json-schema', { properties: { self: { $ref: '#' } } })).fields).toHaveLength(1);
  });
});

describe('fields', () => {
  it('requires what is neither optional nor has a default', () => {
    const fields = {
      port: { type: 'str', description: 'Name of the port.' },
      days: { type: 'int, optional', description: 'How long.' },
      flag: { type: 'str', default: '' },
      pilot: { type: 'Optional[bool]' },
      tugs: { type: 'List[str]', description: 'Optional. Which tugs.' },
      berth: { type: 'Vessel' },
      crane: { type: 'str', required: false },
      note: 'What to write down.',
    };
    const read = declaredParameters(declare('fields', fields));
    expect(read.fields.map(({ name, type, required }) => [name, type, required])).toEqual([
      ['port', 'string', true],
      ['days', 'integer', false],
      ['flag', 'string', false],
      ['pilot', 'boolean | null', false],
      ['tugs', 'array<string>', false],
      ['berth', null, true],
      ['crane', 'string', false],
      ['note', null, false],
    ]);
    expect(read.status).toBe('partial');
  });

  it('reads types and needs that are written in words', () => {
    const { fields } = declaredParameters(
      declare('fields', { a: '[REQUIRED] str: The name.', b: '[OPTIONAL] int: The age.' }),
    );
    expect(fields).toMatchObject([
      { name: 'a', type: 'string', required: true, description: 'The name.' },
      { name: 'b', type: 'integer', required: false },
    ]);
    const unmarked = { a: 'integer: Size, at most 100.', b: '[REQUIRED] Either of: x, y.', c: 'See: there.', d: 'int' };
    expect(declaredParameters(declare('fields', unmarked)).fields).toMatchObject([
      { name: 'a', type: 'integer', required: false, description: 'Size, at most 100.' },
      { name: 'b', type: null, required: true, description: 'Either of: x, y.' },
      { name: 'c', type: null, required: false, description: 'See: there.' },
      { name: 'd', type: 'integer', required: true, description: null },
    ]);
  });

  it('takes any name where Python does', () => {
    expect(schemaOf('fields', { a: { type: 'int' }, '*args': { type: 'int' }, '**kwargs': { type: 'dict' } })).toEqual({
      type: 'object',
      properties: { a: { type: 'integer' } },
      required: ['a'],
      additionalProperties: true,
    });
  });

  it('takes an argument called properties for what it is', () => {
    expect(declaredParameters(declare('fields', { properties: { type: 'dict' } })).fields).toMatchObject([
      { name: 'properties' },
    ]);
  });
});

describe('rapidapi and listed', () => {
  it('reads the two lists of RapidAPI', () => {
    const declared = {
      required_parameters: [{ name: 'id', type: 'NUMBER', description: '', default: '7' }],
      optional_parameters: [
        { name: 'kind', type: 'ENUM' },
        { name: 'on', type: 'DATE (YYYY-MM-DD)' },
        { type: 'STRING' },
      ],
    };
    const { fields, status } = declaredParameters(declare('rapidapi', declared));
    expect(fields.map(({ name, type, required }) => [name, type, required])).toEqual([
      ['id', 'number', true],
      ['kind', null, false],
      ['on', 'date', false],
    ]);
    expect(status).toBe('partial');
  });

  it('does not take a placeholder for a type', () => {
    const placeholders = [
      { name: 'a', required: true, type: 'string' },
      { name: 'b', type: 'string' },
    ];
    expect(schemaOf('listed', placeholders)).toEqual({ type: 'object', properties: { a: {}, b: {} }, required: ['a'] });
    expect(statusOf('listed', placeholders)).toBe('partial');
    const typed = [...placeholders, { name: 'c', type: 'integer' }];
    expect(schemaOf('listed', typed)).toMatchObject({ properties: { a: { type: 'string' }, c: { type: 'integer' } } });
    expect(statusOf('listed', typed)).toBe('full');
  });
});

describe('status', () => {
  it.each([
    ['full', { type: 'object', properties: {} }, null],
    ['full', { type: 'object', properties: { a: { type: 'string' } } }, null],
    ['partial', { type: 'object', properties: { a: { type: 'string' }, b: {} } }, null],
    ['prose', { type: 'object', properties: { b: { description: 'A berth.' } } }, null],
    ['none', { type: 'object', properties: { b: {} } }, null],
    ['prose', null, 'Moors a ship.'],
    ['none', null, null],
    ['none', {}, null],
  ])('%s', (status, parameters, description) =>
    expect(statusOf('json-schema', parameters, { description })).toBe(status),
  );

  it('is prose for prose', () => {
    expect(declaredParameters(declare('prose', 'moor(port: str)'))).toEqual({
      schema: null,
      status: 'prose',
      fields: [],
    });
  });
});

describe('any dialect', () => {
  const values = [
    null,
    undefined,
    0,
    '',
    'text',
    [],
    [null],
    [[]],
    {},
    { a: null },
    { type: 5 },
    { properties: [] },
    true,
  ];
  const hostile = JSON.parse(
    '{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"type":"int"}},"required":["__proto__"]}',
  ) as unknown;

  it.each(DIALECTS)('%s takes any value', (dialect) => {
    for (const value of [...values, hostile, { required_parameters: [1, null, {}] }]) {
      const { schema, fields } = declaredParameters(declare(dialect, value, { returns: value }));
      expect(() => JSON.stringify([schema, fields])).not.toThrow();
      expect(() => declaredResult(declare(dialect, value, { returns: value }))).not.toThrow();
    }
  });

  it('reads its own result to the same result', () => {
    const once = schemaOf('openapi', {
      type: 'dict',
      properties: {
        a: { type: 'List[int]', nullable: true },
        b: { oneOf: [{ type: 'int' }, { $ref: '#/definitions/B' }] },
      },
      definitions: { B: { enum: ['x'] } },
    });
    expect(schemaOf('json-schema', once)).toEqual(once);
  });
});
