import { O200K_TOKEN_SPLIT_REGEX } from 'gpt-tokenizer/encodingParams/constants';
import { describe, expect, it } from 'vitest';
import { randomOf, type Random } from '../testing/random.ts';
import { asciiWordEnd } from './word-end.ts';

const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const FREQUENT = [
  ' ',
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\t',
  "'",
  "'s",
  "'LL",
  "'vE",
  "'x",
  '/',
  '//',
  '.',
  'a',
  'B',
  '7',
  '12',
];
const OTHERS = ['é', '\u0301', '\u00a0', '\u2028', '…', '٣', '中', '😀', '\ud800', 'ǅ', 'ſ', '’'];

function textOf(random: Random, parts: readonly string[]): string {
  return Array.from({ length: 1 + random.below(40) }, () => parts[random.below(parts.length)]!).join('');
}

/** Places where words of the text begin, by the pattern. */
function starts(text: string): number[] {
  return [...text.matchAll(O200K_TOKEN_SPLIT_REGEX)].map(({ index }) => index);
}

describe('asciiWordEnd', () => {
  it('ends words of ASCII where the pattern ends them', () => {
    const random = randomOf(11);
    for (let i = 0; i < 4_000; i++) {
      const text = textOf(random, i % 2 === 0 ? ASCII : FREQUENT);
      const found: number[] = [];
      for (let at = 0; at < text.length; at = asciiWordEnd(text, at)) found.push(at);
      expect([text, found]).toEqual([text, starts(text)]);
    }
  });

  it('ends no word otherwise than the pattern, beside other characters', () => {
    const random = randomOf(12);
    let known = 0;
    for (let i = 0; i < 4_000; i++) {
      const text = textOf(random, [...FREQUENT, ...FREQUENT, ...OTHERS]);
      const all = [...starts(text), text.length];
      const ends = all.slice(0, -1).map((at) => asciiWordEnd(text, at));
      known += ends.filter((end) => end !== -1).length;
      expect([text, ends.filter((end, no) => end !== -1 && end !== all[no + 1])]).toEqual([text, []]);
    }
    expect(known).toBeGreaterThan(5_000);
  });
});
