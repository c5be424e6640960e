import { expect, it } from 'vitest';
import { wordMemo } from './word-memo.ts';

it('makes something of a word once, until it holds too many, and of a long one each time', () => {
  const asked: string[] = [];
  const memo = wordMemo(2, 3, (word) => asked.push(word));
  for (const word of ['a', 'b', 'a', 'long', 'long', 'b', 'c', 'a']) memo.get(word);
  expect(asked).toEqual(['a', 'b', 'long', 'long', 'c', 'a']);
  memo.clear();
  memo.get('c');
  expect(asked.at(-1)).toBe('c');
  expect(memo.get('c')).toBe(asked.length);
});
