import { expect, it } from 'vitest';
import { beginRecord, tellingTerms } from '../../lib/search/term-numbers.ts';
import { UnitWords } from './unit-words.ts';

function openWords() {
  const told: string[] = [];
  const words = new UnitWords((first, terms) => {
    expect(first).toBe(told.length);
    told.push(...terms);
  });
  const textsOf = (text: string): (string | undefined)[] => {
    beginRecord();
    const terms = tellingTerms(text);
    words.begin();
    const numbers = terms.map((term) => words.wordOf(term));
    words.flush();
    return numbers.map((word) => told[word]);
  };
  return { told, textsOf };
}

it('tells of each word once, in the order in which they are met', () => {
  const { told, textsOf } = openWords();
  textsOf('red green red');
  textsOf('blue green');
  expect(told).toEqual(['red', 'green', 'blue']);
});

it('never gives one word for another, also where the numbers of terms are given anew', () => {
  const { told, textsOf } = openWords();
  for (let i = 0; i < 300_000; i += 1_000) {
    const text = Array.from({ length: 1_000 }, (_, j) => `x0${(i + j).toString(36)}`);
    expect(textsOf(['again', ...text].join(' '))).toEqual(['again', ...text]);
  }
  expect(told.filter((term) => term === 'again').length).toBeGreaterThan(1);
  expect(told.filter((term) => term === 'again').length).toBeLessThan(5);
});
