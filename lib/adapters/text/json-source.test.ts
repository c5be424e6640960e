import { describe, expect, it } from 'vitest';
import { jsonSource } from './json-source.ts';

describe('jsonSource', () => {
  const text = '{ "a" : [1.0, {"b":  9223372036854775807}], "c": "\\u00e9", "a b": { } }';

  it.each([
    [['a'], '[1.0, {"b":  9223372036854775807}]'],
    [['a', 0], '1.0'],
    [['a', 1, 'b'], '9223372036854775807'],
    [['c'], '"\\u00e9"'],
    [['a b'], '{ }'],
    [[], text],
  ])('finds %j as it was written', (path, expected) => {
    expect(jsonSource(text)(path, null)).toBe(expected);
  });

  it('takes the last of a repeated key, as JSON.parse does', () => {
    expect(jsonSource('{"a": 1, "a": [2]}')(['a'], [2])).toBe('[2]');
  });

  it('writes the value where the text does not have the place', () => {
    expect(jsonSource(text)(['a', 'b'], { x: 1 })).toBe('{"x":1}');
    expect(jsonSource(text)([7], 'x')).toBe('"x"');
  });

  it('steps over quotes, brackets and escapes within strings', () => {
    const hard = String.raw`{"x": "a\"]}", "y\\": ["\\", {"z": "{"}], "\u0061": [ ], "last": -1.50e+3}`;
    const source = jsonSource(hard);
    expect(source(['x'], null)).toBe(String.raw`"a\"]}"`);
    expect(source(['y\\', 1], null)).toBe('{"z": "{"}');
    expect(source(['a'], null)).toBe('[ ]');
    expect(source(['last'], null)).toBe('-1.50e+3');
  });

  it('writes the value where the text is no JSON', () => {
    for (const bad of ['', '{"a": [1', '{"a" 1}', '{"a": "', '{a: 1}', '[1 2]'])
      expect(jsonSource(bad)(['a'], 7)).toBe('7');
  });

  it('finds a part whatever is nested beside it', () => {
    const deep = `{"a": 1.0, "deep": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect(jsonSource(deep)(['a'], 1)).toBe('1.0');
  });
});
