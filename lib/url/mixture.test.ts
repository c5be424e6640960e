import { createLoader } from 'nuqs/server';
import { describe, expect, it } from 'vitest';
import {
  boundWindow,
  componentsOf,
  mixtureHref,
  mixtureParsers,
  mixtureUrlKeys,
  type MixtureState,
} from './mixture.ts';

const load = createLoader(mixtureParsers, { urlKeys: mixtureUrlKeys });
const query = (href: string) => new URL(href, 'https://site.example').searchParams;

describe('mixtureHref', () => {
  it('restores the whole state', () => {
    const state: MixtureState = {
      beside: 'https://example.org/other/',
      by: 'licence',
      of: 'chars',
      form: 'treemap',
      scale: 'count',
      components: ['code', 'text'],
      measure: 'tokens_observations',
      chart: 'ecdf',
      weight: 'tokens',
      window: 4_096,
      per: 'language',
    };
    expect(load(query(mixtureHref('mine', state)))).toEqual(state);
  });

  it('is short where nothing is chosen', () => {
    expect(mixtureHref()).toBe('/mixture/');
    expect(mixtureHref('mine', { by: 'component', window: 8_192 })).toBe('/mixture/?corpus=mine');
  });

  it('takes garbage for the default', () => {
    const garbage = load(
      new URLSearchParams('by=colour&of=1&as=&chart=pie&window=many&with=javascript:alert(1)&component=,'),
    );
    expect(garbage).toMatchObject({
      by: 'component',
      of: 'tokens',
      form: 'bar',
      chart: 'histogram',
      window: 8_192,
      beside: null,
    });
    expect(boundWindow(-5)).toBe(1);
    expect(componentsOf(['images'])).toHaveLength(4);
  });
});
