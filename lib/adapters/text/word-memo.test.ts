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

it('keeps words that are asked for again, however many others there are', () => {
  const made: string[] = [];
  const memo = wordMemo(20, 8, (word) => made.push(word));
  for (let i = 0; i < 500; i++) {
    memo.get(`once${i}`);
    if (i % 5 === 0) memo.get('often');
  }
  expect(made.filter((word) => word === 'often')).toHaveLength(1);
  memo.get('once499');
  memo.get('once0');
  expect(made.at(-1)).toBe('once0');
  expect(made).toHaveLength(502);
});
