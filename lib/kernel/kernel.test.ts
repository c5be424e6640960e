import { O200K_TOKEN_SPLIT_REGEX } from 'gpt-tokenizer/encodingParams/constants';
import { describe, expect, it } from 'vitest';
import { compileKernel } from '../../scripts/compile-kernel.ts';
import { randomOf, type Random } from '../testing/random.ts';
import { KERNEL_CODE } from './code.ts';
import { openKernel } from './kernel.ts';

const kernel = openKernel();

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
  '-',
  '_',
  'a',
  'B',
  '7',
  '12',
];
const OTHERS = ['é', '\u0301', '\u00a0', '\u2028', '…', '٣', '中', '😀', '\ud800', 'ǅ', 'ſ', '’'];

function textOf(random: Random, parts: readonly string[]): string {
  return Array.from({ length: 1 + random.below(40) }, () => parts[random.below(parts.length)]!).join('');
}

/** Of the texts only some hold what is not ASCII. */
function* texts(seed: number): Generator<string> {
  const random = randomOf(seed);
  for (let i = 0; i < 4_000; i++)
    yield textOf(random, [ASCII, FREQUENT, [...FREQUENT, ...FREQUENT, ...OTHERS]][i % 3]!);
}

const isAscii = (text: string): boolean => Buffer.byteLength(text) === text.length;

it('is compiled from its sources', async () => {
  expect(await compileKernel()).toContain(`'${KERNEL_CODE}'`);
});

describe.each([
  ['endOfTokenWord', new RegExp(O200K_TOKEN_SPLIT_REGEX.source, 'gu')],
  // As lib/search/words.ts says what an identifier is.
  ['endOfIdentifier', /[\p{L}\p{N}\p{M}]+(?:[-_.][\p{L}\p{N}\p{M}]+)*/gu],
] as const)('%s', (name, pattern) => {
  it('ends words of ASCII where the pattern ends them, and others there or nowhere', () => {
    let known = 0;
    for (const text of texts(11)) {
      kernel.takePiece(text, 0);
      for (const { 0: word, index } of text.matchAll(pattern)) {
        const end = kernel[name](index);
        if (end !== 0) known++;
        if (end !== 0 || isAscii(text)) expect([text, index, end]).toEqual([text, index, index + word.length]);
      }
    }
    expect(known).toBeGreaterThan(20_000);
  });

  it('does not take the end of a piece for the end of the text', () => {
    const filler = 32_768;
    for (const text of texts(12)) {
      const from = text.length >> 1;
      const whole = ' '.repeat(filler - from) + text;
      kernel.takePiece(whole, 0);
      for (const { 0: word, index } of text.matchAll(pattern)) {
        if (index >= from) continue;
        const end = kernel[name](index + filler - from);
        if (end !== 0) expect([text, end - filler + from]).toEqual([text, index + word.length]);
      }
    }
  });
});

/** Counts words; each that is not known is added with a number of its own, which a map is told. */
function tokensOf(words: readonly string[], added: Map<string, number>): number[] {
  return words.map((word) => {
    const length = kernel.takePiece(word, 0);
    if (kernel.countTokens(0, length) === length) return kernel.tokens();
    added.set(word, added.size + 1);
    kernel.addTokenWord(0, length, added.size);
    return added.size;
  });
}

describe('its dictionaries', () => {
  it('tell words apart by all of their letters and their length', () => {
    const longest = kernel.longestWord;
    const words = ['a', 'aa', 'a'.repeat(longest), 'a'.repeat(longest - 1), '.', '..', '\0', '\0\0'];
    for (let at = 0; at < longest; at++) words.push(`${'q'.repeat(at)}z${'q'.repeat(longest - at - 1)}`);
    for (let length = 1; length <= longest; length++) words.push('xyzzy'.repeat(6).slice(0, length));
    const added = new Map<string, number>();
    const first = tokensOf(words, added);
    expect(added.size).toBe(words.length);
    expect(tokensOf(words, new Map())).toEqual(first);
  });

  it('begin again when they are full, and never give the value of another word', () => {
    const random = randomOf(3);
    const added = new Map<string, number>();
    const wrong: string[] = [];
    let again = 0;
    for (let i = 0; i < 600_000; i++) {
      const word = `w${random.below(300_000).toString(36)}`;
      const length = kernel.takePiece(word, 0);
      if (kernel.listTerms(0, length, 0) === length) {
        if (kernel.foundTerms[0] !== added.get(word)) wrong.push(word);
        continue;
      }
      if (added.has(word)) again++;
      else added.set(word, i);
      kernel.foundTerms[0] = added.get(word)!;
      kernel.addIdentifier(0, length, 1);
    }
    expect(wrong).toEqual([]);
    expect(again).toBeGreaterThan(0);
    kernel.clearIdentifiers();
  });

  it('hold several terms of an identifier in order, and leave out those below a number', () => {
    const length = kernel.takePiece('a.b', 0);
    kernel.foundTerms.set([7, 50, 9]);
    kernel.addIdentifier(0, length, 3);
    const listed = (least: number): number[] => {
      expect(kernel.listTerms(0, length, least)).toBe(length);
      return [...kernel.foundTerms.subarray(0, kernel.terms())];
    };
    expect(listed(0)).toEqual([7, 50, 9]);
    expect(listed(9)).toEqual([50, 9]);
  });
});
