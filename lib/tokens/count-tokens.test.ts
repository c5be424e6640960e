import { countTokens as whole } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { countTokens, RUN_LIMIT } from './count-tokens.ts';

const AS_TEXT = { disallowedSpecial: new Set<string>() };

/** A small generator with a seed: a failing text can be made again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const PARTS = [
  'a',
  'Zebra',
  'iPhone',
  "it's",
  'WE’LL',
  "THEY'LL",
  ' ',
  '  ',
  '\t',
  '\n',
  '\n\n',
  '\r\n',
  ' \n ',
  '/',
  '//',
  '</p>',
  '{"a":[1,22,333,4444]}',
  '0123456789',
  '…',
  '中文',
  'é',
  'e\u0301',
  '😀',
  '👩‍👩‍👧',
  '\u00a0',
  '\u2028',
  '_snake_case',
  '#',
  '## H\n',
  '- `x`',
  '<|endoftext|>',
  '\ud800',
  '\u0000',
  'ß',
  'ǅ',
];

function text(next: () => number): string {
  return Array.from({ length: 1 + Math.floor(next() * 60) }, () => PARTS[Math.floor(next() * PARTS.length)]!).join('');
}

describe('countTokens', () => {
  it('counts what the tokenizer counts for the whole text', () => {
    const next = random(7);
    for (let i = 0; i < 4_000; i++) {
      const sample = text(next);
      expect([sample, countTokens(sample)]).toEqual([sample, whole(sample, AS_TEXT)]);
    }
  });

  it('takes special tokens for plain text', () => {
    expect(countTokens('<|endoftext|>')).toBeGreaterThan(1);
  });

  it('is linear in runs without a boundary', () => {
    const started = performance.now();
    for (const run of ['a', ' ', '.', '中', 'ab', '\u0301'])
      expect(countTokens(run.repeat(200_000))).toBeGreaterThan(100);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('counts a run of the limit in one piece', () => {
    const run = 'b'.repeat(RUN_LIMIT);
    expect(countTokens(run)).toBe(whole(run, AS_TEXT));
  });
});
