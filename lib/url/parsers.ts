/** nuqs parsers of the values in codecs.ts. A value that equals its default stays out of the URL. */
import { createParser } from 'nuqs/server';
import {
  parseLimits,
  parseList,
  parseRange,
  parseRepeated,
  parseSample,
  parseSort,
  parseText,
  parseWord,
  serializeLimits,
  serializeList,
  serializeRange,
  serializeSample,
  serializeSort,
  type RangeValue,
  type SampleValue,
  type SortValue,
} from './codecs.ts';

/** Equal as JSON has it: values here are plain. */
const eq = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export const text = createParser<string>({ parse: parseText, serialize: (value) => value }).withDefault('');

export const list = createParser<readonly string[]>({ parse: parseList, serialize: serializeList, eq }).withDefault([]);

export const range = createParser<RangeValue>({ parse: parseRange, serialize: serializeRange, eq });

/** As a range, with fractions and negative numbers. */
export const limits = createParser<RangeValue>({ parse: parseLimits, serialize: serializeLimits, eq });

/** Two values in order; anything else is none. */
export const pair = createParser<readonly string[]>({
  parse: (value) => {
    const values = parseRepeated(value);
    return values?.length === 2 ? values : null;
  },
  serialize: serializeList,
  eq,
}).withDefault([]);

export const sample = createParser<SampleValue>({ parse: parseSample, serialize: serializeSample, eq });

/** Yes, no, or not chosen. */
export const choice = createParser<boolean>({
  parse: (value) => (value === 'yes' ? true : value === 'no' ? false : null),
  serialize: (value) => (value ? 'yes' : 'no'),
});

export function word<W extends string>(words: readonly W[]) {
  return createParser<W>({ parse: (value) => parseWord(value, words), serialize: (value) => value });
}

export function sort<C extends string>(columns: readonly C[]) {
  return createParser<SortValue<C>>({ parse: (value) => parseSort(value, columns), serialize: serializeSort, eq });
}

/** A record id: not interpreted, only compared; bounded. */
export const id = createParser<string>({
  parse: (value) => (value === '' || value.length > 4_000 ? null : value),
  serialize: (value) => value,
});

/** Position of a step, from 0. */
export const step = createParser<number>({
  parse: (value) => (/^\d{1,9}$/.test(value) ? Number(value) : null),
  serialize: (value) => String(value),
});
