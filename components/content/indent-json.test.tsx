import { describe, expect, it } from 'vitest';
import { indentJson } from './indent-json';

describe('indentJson', () => {
  it('keeps every token as it is written', () => {
    const text = '{"n":12345678901234567890,"n":1.0,"__proto__":{},"l":[1,[],{"a":"x\\u0000"}],"e":[]}';
    const indented = indentJson(text);
    expect(indented.replaceAll(/\n\s*|(?<=:) /g, '')).toBe(text);
    expect(indented.split('\n').slice(0, 3)).toEqual(['{', '  "n": 12345678901234567890,', '  "n": 1.0,']);
    expect(indented).toContain('"__proto__": {},');
  });

  it('leaves text alone that has lines, or is no JSON', () => {
    expect(indentJson('{\n"a":1}')).toBe('{\n"a":1}');
    expect(indentJson('')).toBe('');
  });
});
