import { describe, expect, it } from 'vitest';
import { randomOf } from '../testing/random.ts';
import { identifierPlaces, identifiers } from './words.ts';

/** As lib/search/words.ts says what an identifier is. */
const IDENTIFIER = /[\p{L}\p{N}\p{M}]+(?:[-_.][\p{L}\p{N}\p{M}]+)*/gu;
const PARTS = [
  'a',
  'Zb',
  '7',
  '-',
  '_',
  '.',
  '--',
  ' ',
  '\n',
  '/',
  '…',
  'é',
  '\u0301',
  '中文',
  '😀',
  '\ud800',
  '٣',
  '’',
];

describe('identifierPlaces', () => {
  it('finds what the pattern finds', () => {
    const random = randomOf(5);
    for (let i = 0; i < 5_000; i++) {
      // Half of the texts are ASCII, where the pattern is not asked at all.
      const parts = i % 2 === 0 ? PARTS : PARTS.slice(0, 10);
      const text = Array.from({ length: random.below(30) }, () => parts[random.below(parts.length)]!).join('');
      const expected = [...text.matchAll(IDENTIFIER)].flatMap(({ 0: found, index }) => [index, index + found.length]);
      expect([text, identifierPlaces(text)]).toEqual([text, expected]);
    }
  });

  it('leaves nothing behind for what reads the next text', () => {
    identifierPlaces('é a long text with an accent at its end: é');
    expect([...identifiers('short')].map(({ whole }) => whole.term)).toEqual(['short']);
  });
});
