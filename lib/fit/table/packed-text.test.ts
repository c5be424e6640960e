import { expect, it } from 'vitest';
import { uniform } from '../../stats/random.ts';
import { packText, unpackText } from './packed-text.ts';

it('a small table goes into a link and comes back', () => {
  const text = `run,agent,loss\n${Array.from({ length: 200 }, (_, i) => `${i},0.${i % 10},é漢`).join('\n')}`;
  const letters = packText(text)!;
  expect(letters).toMatch(/^[\w-]{1,8192}$/);
  expect(unpackText(letters)).toBe(text);
  expect(unpackText(packText('')!)).toBe('');
});

it('a large table does not go into a link', () => {
  const random = uniform(1);
  expect(packText(Array.from({ length: 4_000 }, () => String(random())).join(','))).toBeNull();
});

it('letters that hold no table are told apart', () => {
  for (const letters of ['', '!!!', 'AAAA', 'x'.repeat(9_000), packText('a,b\n1,2')!.slice(0, -4)])
    expect(unpackText(letters), letters.slice(0, 20)).toBeNull();
});

it('a link cannot unfold without end', () => {
  // Four megabytes of one letter.
  const letters = packText('a'.repeat(4 << 20));
  expect(letters === null ? null : unpackText(letters)).toBeNull();
});
