import { describe, expect, it } from 'vitest';
import { isPattern, parsePattern } from './glob.ts';

describe('a pattern', () => {
  it.each([
    ['data/*.json', 'data', ['a.json'], ['a.jsonl', 'b/a.json', 'ajson']],
    ['data/**/*.json', 'data', ['a.json', 'b/a.json', 'b/c/a.json'], ['b/a.jsonl']],
    ['data/**', 'data', ['a', 'b/c'], []],
    ['/data/v?/x.json', '/data', ['v1/x.json'], ['v12/x.json', 'v/x.json']],
    ['/*.json', '/', ['a.json'], ['b/a.json']],
    ['*.(x).json', '.', ['a.(x).json'], ['a.x.json']],
    ['a/**/b/*.csv', 'a', ['b/x.csv', 'c/d/b/x.csv'], ['x.csv', 'xb/x.csv']],
  ])('%s is looked for in %s', (pattern, base, those, others) => {
    const parsed = parsePattern(pattern);
    expect(parsed.base).toBe(base);
    for (const path of those) expect([path, parsed.matches(path)]).toEqual([path, true]);
    for (const path of others) expect([path, parsed.matches(path)]).toEqual([path, false]);
  });

  it('is none without a star or a question mark', () => {
    expect(isPattern('data/a.json')).toBe(false);
    expect(isPattern('data/*.json')).toBe(true);
  });
});
