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
import { recordsHref } from './records-behind.ts';

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

describe('recordsHref', () => {
  it('narrows a list by source, value and range', () => {
    const apis = query(
      recordsHref({
        corpus: 'mine',
        component: 'documentation',
        sources: ['a,b'],
        where: { dimension: 'domain', value: '' },
        range: { measure: 'tokens', limits: [128, 159] },
      })!,
    );
    expect(Object.fromEntries(apis)).toEqual({ corpus: 'mine', source: 'a\\,b', domain: '\\0', tokens: '128..159' });
    expect(
      recordsHref({ corpus: null, component: 'trajectories', range: { measure: 'steps', limits: [4, null] } }),
    ).toBe('/trajectories/?steps=4..');
  });

  it('opens the duplicates among documents, which alone are listed', () => {
    const near = { corpus: null, duplicate: 'near', sources: ['npm'] } as const;
    expect(recordsHref({ ...near, component: 'code' })).toBe('/documents/?source=npm&component=code&duplicate=near');
    expect(recordsHref({ ...near, component: 'trajectories' })).toBeNull();
  });

  it('has no link where no list can be narrowed to the records', () => {
    expect(
      recordsHref({ corpus: null, component: 'documentation', where: { dimension: 'licence', value: 'MIT' } }),
    ).toBeNull();
    expect(
      recordsHref({ corpus: null, component: 'trajectories', range: { measure: 'chars', limits: [1, 2] } }),
    ).toBeNull();
  });
});
