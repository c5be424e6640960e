import { describe, expect, it } from 'vitest';
import { recordsHref } from './records-behind.ts';

const link = (rest: Partial<Parameters<typeof recordsHref>[0]>) =>
  recordsHref({ corpus: null, component: 'code', ...rest });

describe('recordsHref', () => {
  it.each([
    [link({}), '/documents/?component=code'],
    [link({ duplicate: 'near' }), '/documents/?component=code&duplicate=near'],
    [link({ component: 'text', sources: ['npm'] }), '/documents/?source=npm&component=text'],
    [link({ where: { dimension: 'licence', value: '' } }), String.raw`/documents/?component=code&licence=\0`],
    [
      link({ range: { measure: 'tokens_per_byte', limits: [0.29, 0.3] } }),
      '/documents/?component=code&tokens_per_byte=0.29..0.3',
    ],
    [
      link({ component: 'trajectories', range: { measure: 'tokens_user', limits: [10, 11] } }),
      '/trajectories/?tokens_user=10..11',
    ],
    [link({ component: 'documentation', where: { dimension: 'domain', value: 'payment' } }), '/apis/?domain=payment'],
  ])('%s', (href, expected) => {
    expect(decodeURIComponent(href ?? '')).toBe(expected);
  });

  it('is none where no list can be narrowed to the records', () => {
    expect(link({ where: { dimension: 'domain', value: 'payment' } })).toBeNull();
    expect(link({ component: 'trajectories', range: { measure: 'step_tokens', limits: [1, 2] } })).toBeNull();
    expect(link({ component: 'trajectories', duplicate: 'exact' })).toBeNull();
    expect(link({ component: 'documentation', where: { dimension: 'language', value: 'English' } })).toBeNull();
  });
});
