import { describe, expect, it } from 'vitest';
import { randomOf } from '../testing/random.ts';
import * as codecs from './codecs.ts';

const random = randomOf(7);
const many = <T>(make: () => T) => Array.from({ length: 500 }, make);

const end = () => (random.below(4) === 0 ? null : random.below(1e9));
const edge = () => (random.below(4) === 0 ? null : (random.below(2e9) - 1e9) / 1e6);

describe('what is written is read back', () => {
  it('lists, whatever the values hold', () => {
    for (const values of many(() => random.list(1, 6, () => random.text(12)))) {
      const distinct = [...new Set(values)];
      expect(codecs.parseList(codecs.serializeList(distinct))).toEqual(distinct);
    }
  });

  it('ranges', () => {
    for (const [a, b] of many(() => [end(), end()] as const)) {
      if (a === null && b === null) continue;
      const range = a !== null && b !== null ? ([Math.min(a, b), Math.max(a, b)] as const) : ([a, b] as const);
      expect(codecs.parseRange(codecs.serializeRange(range))).toEqual(range);
    }
  });

  it('limits, with fractions and of either sign', () => {
    for (const [a, b] of many(() => [edge(), edge()] as const)) {
      if (a === null && b === null) continue;
      const limits = a !== null && b !== null ? ([Math.min(a, b), Math.max(a, b)] as const) : ([a, b] as const);
      expect(codecs.parseLimits(codecs.serializeLimits(limits))).toEqual(limits);
    }
    expect(codecs.serializeLimits([-0.5, 1])).toBe('-0.5..1');
    for (const bad of ['', '..', '1..0', '1e3..', 'x..1', '1...5']) expect(codecs.parseLimits(bad)).toBeNull();
  });

  it('samples and sorts', () => {
    for (const sample of many(() => ({ n: 1 + random.below(999_999), seed: random.below(1e9) }))) {
      expect(codecs.parseSample(codecs.serializeSample(sample))).toEqual(sample);
    }
    const columns = ['name', 'doc_tokens'] as const;
    for (const column of columns) {
      for (const direction of ['asc', 'desc'] as const) {
        expect(codecs.parseSort(codecs.serializeSort({ column, direction }), columns)).toEqual({ column, direction });
      }
    }
  });
});

describe('garbage', () => {
  it('never throws, and what is read can be written and read again', () => {
    for (const garbage of many(() => random.text(40))) {
      const list = codecs.parseList(garbage);
      if (list !== null) expect(codecs.parseList(codecs.serializeList(list))).toEqual(list);
      const text = codecs.parseText(garbage);
      if (text !== null) expect(codecs.parseText(text)).toBe(text);
      const range = codecs.parseRange(garbage);
      if (range !== null) expect(codecs.parseRange(codecs.serializeRange(range))).toEqual(range);
      expect(codecs.parseSample(garbage)?.n ?? 1).toBeGreaterThan(0);
      expect(codecs.parseSort(garbage, ['name', 'doc_tokens'])).toBeNull();
      expect(codecs.parseWord(garbage, ['yes', 'no'])).toBeNull();
    }
  });

  it.each([
    '',
    '..',
    '5..1',
    '-1..2',
    '1.5..2',
    '1e3..',
    'a..b',
    '99999999999..',
    '1..2..3',
    ' 1..2',
    'NaN..',
    '0x10..',
  ])('is no range: %j', (text) => expect(codecs.parseRange(text)).toBeNull());

  it.each(['', '0.1', '10', '10.', '.5', '-5.1', '10.-1', '9999999.1', '1.5.2'])('is no sample: %j', (text) =>
    expect(codecs.parseSample(text)).toBeNull(),
  );

  it('is bounded', () => {
    expect(codecs.parseText('x'.repeat(1e6))).toHaveLength(codecs.MAX_TEXT);
    expect(codecs.parseList('x'.repeat(1e6))).toBeNull();
    expect(codecs.parseList(Array.from({ length: 1000 }, (_, i) => i).join(','))).toBeNull();
    expect(codecs.parseText('a\u0000b\nc')).toBe('a b c');
    expect(codecs.parseText(`x${'\u{1f600}'.repeat(200)}`)).toHaveLength(codecs.MAX_TEXT - 1);
  });

  it('keeps "no value" apart from no list', () => {
    expect(codecs.parseList('')).toBeNull();
    expect(codecs.parseList('\\0')).toEqual(['']);
    expect(codecs.parseList('a\\')).toBeNull();
    expect(codecs.parseList('a\\,b,c')).toEqual(['a,b', 'c']);
  });
});
