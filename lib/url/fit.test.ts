import { createLoader, createSerializer } from 'nuqs/server';
import { expect, it } from 'vitest';
import { fitParsers } from './fit.ts';
import { LAW_FACTS } from '../fit/laws/facts.ts';

const load = createLoader(fitParsers);
const write = createSerializer(fitParsers);

it('a fit is restored from its link', () => {
  const place = {
    runs: ['https://example.org/a,b.csv', 'https://example.org/c.csv'],
    table: null,
    law: 'two-sided',
    target: 'metric/agent=loss',
    opposing: 'general',
    group: ['agent', 'tool, docs'],
    trade: 0.35,
    bounds: { 'tool, docs': [0.1, 0.45], 'a:b': [0, 1] },
    roles: { 'a=b,c': 'loss', x: 'ignore' },
  } as const;
  expect(load(write('/mixture/fit/', place).split('?')[1]!.replace(/^/, '?'))).toEqual(place);
});

it('garbage means the default', () => {
  const empty = load('?');
  expect(load('?law=astrology&trade=7&bounds=x:2..9,y&roles=nothing&table=%00')).toEqual(empty);
});

it('every law can stand in a link', () => {
  for (const { name } of LAW_FACTS) expect(load(`?law=${name}`).law).toBe(name);
});
