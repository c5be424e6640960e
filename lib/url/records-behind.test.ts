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
    [
      link({
        component: 'documentation',
        sources: ['a,b'],
        where: { dimension: 'domain', value: '' },
        range: { measure: 'tokens', limits: [128, 159] },
      }),
      String.raw`/apis/?domain=\0&source=a\,b&tokens=128..159`,
    ],
    [link({ component: 'trajectories', range: { measure: 'steps', limits: [4, null] } }), '/trajectories/?steps=4..'],
    [
      link({ component: 'text', sources: ['npm'], where: { dimension: 'language', value: '(other)' } }),
      '/documents/?source=npm&component=text&others=language',
    ],
    [
      link({ component: 'trajectories', where: { dimension: 'domain', value: '(other)' } }),
      '/trajectories/?others=domain',
    ],
    [link({ component: 'documentation', where: { dimension: 'licence', value: '(other)' } }), '/apis/?others=licence'],
    [link({ component: 'documentation', where: { dimension: 'licence', value: 'MIT' } }), '/apis/?licence=MIT'],
    [
      link({ component: 'documentation', range: { measure: 'chars', limits: [1, 2] }, duplicate: 'near' }),
      '/apis/?duplicate=near&chars=1..2',
    ],
    [
      link({ component: 'trajectories', range: { measure: 'step_tokens', limits: [1, 2] } }),
      '/trajectories/?step_tokens=1..2',
    ],
    [
      link({
        component: 'trajectories',
        duplicate: 'exact',
        range: { measure: 'tokens_per_byte', limits: [0.2, 0.3] },
      }),
      '/trajectories/?duplicate=exact&tokens_per_byte=0.2..0.3',
    ],
  ])('%s', (href, expected) => {
    expect(decodeURIComponent(href ?? '')).toBe(expected);
  });

  it('is none where no list can be narrowed to the records', () => {
    expect(link({ where: { dimension: 'domain', value: 'payment' } })).toBeNull();
    expect(link({ component: 'trajectories', where: { dimension: 'licence', value: 'MIT' } })).toBeNull();
    expect(link({ range: { measure: 'step_tokens', limits: [1, 2] } })).toBeNull();
    expect(link({ component: 'documentation', where: { dimension: 'language', value: 'English' } })).toBeNull();
  });
});
