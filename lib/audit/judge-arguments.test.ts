import { describe, expect, it } from 'vitest';
import { auditOf, ofCall, tool } from './testing.ts';

const judged = (schema: object, value: unknown): string[] =>
  ofCall({ a: value }, {}, [tool('moor', { properties: { a: schema } })]);

const wide = (depth: number): object => ({ anyOf: [{ $ref: `#/$defs/d${depth}` }, { $ref: `#/$defs/d${depth}` }] });

describe('judged by a schema', () => {
  it.each([
    [{ port: 'north', days: 3, depth: 2, crew: [{ name: 'Ann' }] }, []],
    [{ port: 'north', days: 3.0, depth: 2.5 }, []],
    [{}, ['missing-required /port']],
    [{ port: 'north', crew: [{}] }, ['missing-required /crew/0/name']],
    [{ port: 'north', pier: 1 }, ['unknown-argument /pier']],
    [{ port: 'north', 'a/b': 1 }, ['unknown-argument /a~1b']],
    [{ port: 'north', days: '3' }, ['wrong-type /days']],
    [{ port: 'north', days: 3.5 }, ['wrong-type /days']],
    [{ port: 'north', depth: null }, ['wrong-type /depth']],
    [{ port: 7 }, ['wrong-type /port']],
    [{ port: 'north', crew: { name: 'Ann' } }, ['wrong-type /crew']],
    [{ port: 'east' }, ['out-of-range /port']],
    [{ port: 'north', days: 0 }, ['out-of-range /days']],
    [{ port: 'north', days: 31 }, ['out-of-range /days']],
    // An object within is open, unless it says that it is not.
    [{ port: 'north', crew: [{ name: 'Ann', age: 30 }] }, []],
  ])('%j', (args, problems) => expect(ofCall(args)).toEqual(problems));

  it.each([
    [{ type: 'string', minLength: 2, maxLength: 3, pattern: '^a' }, 'a', 1],
    [{ type: 'string', maxLength: 3 }, 'abcd', 1],
    [{ pattern: '^a' }, 'b', 1],
    [{ type: 'array', maxItems: 1, uniqueItems: true }, [1, 1], 1],
    [{ const: 5 }, 6, 1],
    [{ multipleOf: 0.1 }, 0.3, 0],
    [{ exclusiveMinimum: 0 }, 0, 1],
    [{ minimum: 0, exclusiveMinimum: true }, 0, 1],
    [{ format: 'date' }, 'tomorrow', 0],
    [{ type: 'array', items: { enum: ['x'] } }, ['x', 'y'], 1],
    [{ type: 'string', nullable: true }, null, 0],
    [{ type: ['string', 'null'] }, null, 0],
    [{ oneOf: [{ type: 'integer' }, { type: 'number' }] }, 3, 0],
    [{ type: 'vessel' }, 3, 0],
  ])('%j takes %j with %i problems', (schema, value, count) => expect(judged(schema, value)).toHaveLength(count));

  it('tells of the alternative that was meant', () => {
    const circle = { type: 'object', properties: { r: { type: 'number' } }, required: ['r'] };
    expect(judged({ anyOf: [{ type: 'string' }, circle] }, {})).toEqual(['missing-required /a/r']);
    expect(judged({ anyOf: [{ type: 'string' }, circle] }, { r: 'x' })).toEqual(['wrong-type /a/r']);
    expect(judged({ anyOf: [{ type: 'string' }, circle] }, 5)).toEqual(['wrong-type /a']);
    expect(judged({ anyOf: [{ type: 'string', maxLength: 1 }, { type: 'null' }] }, 'ab')).toEqual(['out-of-range /a']);
    const closed = { type: 'object', properties: {}, additionalProperties: false };
    expect(judged({ anyOf: [{ type: 'string' }, closed] }, { x: 1 })).toEqual(['unknown-argument /a/x']);
  });

  it('names what was expected and what was found, in bounds', () => {
    const { findings } = auditOf({ port: 'x'.repeat(10_000), days: '3' });
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Expected one of "north", "south", found "x{60,}.*\.$/),
      'Expected integer, found the string "3".',
    ]);
    expect(findings[0]!.message.length).toBeLessThan(300);
  });

  it('lets a declared default stand, whatever its type', () => {
    const parameters = { properties: { n: { type: 'number', default: '' } } };
    expect(ofCall({ n: '' }, {}, [tool('moor', parameters)])).toEqual([]);
    expect(ofCall({ n: 'x' }, {}, [tool('moor', parameters)])).toEqual(['wrong-type /n']);
  });

  it('lets text stand for numbers where a syntax has nothing else', () => {
    expect(ofCall({ port: 'north', days: '3' }, { syntax: 'http' })).toEqual([]);
    expect(ofCall({ port: 'north', days: 'three' }, { syntax: 'http' })).toEqual(['wrong-type /days']);
    expect(ofCall({ a: 5 }, { syntax: 'http' }, [tool('moor', { properties: { a: { type: 'string' } } })])).toEqual([]);
    const parameters = { properties: { body: { properties: { n: { type: 'integer' } } } } };
    expect(ofCall({ body: { n: '3' } }, { syntax: 'http' }, [tool('moor', parameters)])).toEqual([
      'wrong-type /body/n',
    ]);
  });

  it.each([
    ['a schema that is open', { properties: { a: {} }, additionalProperties: true }],
    ['a schema of further values', { properties: { a: {} }, additionalProperties: { type: 'integer' } }],
    ['patterns', { properties: { a: {} }, patternProperties: { '^x': {} } }],
    ['alternatives', { properties: { a: {} }, anyOf: [{ required: ['a'] }, {}] }],
    ['no property', { type: 'object', properties: {} }],
    ['no parameters', null],
    ['nothing', {}],
  ])('knows no unknown argument with %s', (_what, parameters) =>
    expect(ofCall({ x: 1 }, {}, [tool('moor', parameters)])).toEqual([]),
  );

  it('takes a closed schema at its word', () => {
    expect(
      ofCall({ x: 1 }, {}, [tool('moor', { type: 'object', properties: {}, additionalProperties: false })]),
    ).toEqual(['unknown-argument /x']);
  });

  it.each([
    ['prose', 'moor(port)', []],
    [
      'fields',
      { port: { type: 'str' }, days: { type: 'int, optional' } },
      ['wrong-type /days', 'missing-required /port'],
    ],
    ['bfcl', { type: 'dict', properties: { days: { type: 'integer' } }, required: ['days'] }, ['wrong-type /days']],
    [
      'rapidapi',
      {
        required_parameters: [{ name: 'port', type: 'STRING' }],
        optional_parameters: [{ name: 'days', type: 'NUMBER' }],
      },
      ['wrong-type /days', 'missing-required /port'],
    ],
    [
      'listed',
      [
        { name: 'port', required: true, type: 'string' },
        { name: 'days', type: 'string' },
      ],
      ['missing-required /port'],
    ],
  ] as const)('reads %s', (dialect, parameters, problems) =>
    expect(ofCall({ days: '3' }, {}, [tool('moor', parameters, dialect)]).toSorted()).toEqual([...problems].toSorted()),
  );

  it('ends on schemas that would not', () => {
    const $defs = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`d${at}`, wide(at + 1)]));
    expect(
      ofCall({ a: 1 }, {}, [
        tool('moor', { properties: { a: wide(0) }, $defs: { ...$defs, d40: { type: 'string' } } }),
      ]),
    ).toEqual([]);
    const circle = { properties: { a: { $ref: '#/$defs/A' } }, $defs: { A: { allOf: [{ $ref: '#/$defs/A' }] } } };
    expect(ofCall({ a: 1 }, {}, [tool('moor', circle)])).toEqual([]);
    const tree = {
      properties: { a: { $ref: '#/$defs/Tree' } },
      $defs: { Tree: { properties: { left: { $ref: '#/$defs/Tree' }, n: { type: 'integer' } } } },
    };
    expect(ofCall({ a: { left: { left: { n: 'x' } } } }, {}, [tool('moor', tree)])).toEqual([
      'wrong-type /a/left/left/n',
    ]);
  });
});
