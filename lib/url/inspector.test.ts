import { createLoader, createSerializer } from 'nuqs/server';
import { describe, expect, it } from 'vitest';
import { randomOf } from '../testing/random.ts';
import { STEP_KINDS, INSPECTOR_PANELS, inspectorParsers, type InspectorState } from './inspector.ts';
import { compareHref, trajectoryHref } from './links.ts';
import { parseSteps, placeOf, serializeSteps } from './step-place.ts';

const load = createLoader(inspectorParsers);
const query = createSerializer(inspectorParsers);
const random = randomOf(5);
const maybe = <T>(make: () => T) => (random.below(2) === 0 ? null : make());

function state(): InspectorState {
  const from = random.below(5_000);
  return {
    step: maybe(() => ({ from, to: from + random.below(20) })),
    call: maybe(() => random.below(9)),
    find: random.text(20).replace(/\p{Cc}/gu, ''),
    hide: STEP_KINDS.filter(() => random.below(3) === 0),
    wrap: random.below(2) === 0,
    path: maybe(() => 'answer' as const),
    fold: [...new Set(random.list(0, 5, () => random.below(5_000)))],
    panel: maybe(() => random.pick(INSPECTOR_PANELS)),
  };
}

describe('the state of the inspector', () => {
  it('is read back from its link', () => {
    for (let i = 0; i < 500; i++) {
      const wanted = state();
      expect(load(new URL(query('/x/', { ...wanted }), 'https://site.example').searchParams)).toEqual(wanted);
    }
  });

  it('is the default where the address holds garbage', () => {
    const nothing = load('?step=9-3&call=-1&hide=users,system,%5C&wrap=1&path=x&fold=1,x,-2&panel=y');
    expect(nothing).toEqual({
      step: null,
      call: null,
      find: '',
      hide: [],
      wrap: true,
      path: null,
      fold: [1],
      panel: null,
    });
    expect(load('?hide=users,system').hide).toEqual(['system']);
  });
});

describe('links to a place', () => {
  it('name a step, a call of it, or a range', () => {
    expect(trajectoryHref('s:1', 12)).toBe('/trajectories/view/?id=s:1&step=12');
    expect(trajectoryHref('s:1', placeOf(12, 1))).toBe('/trajectories/view/?id=s:1&step=12&call=1');
    expect(trajectoryHref('s:1', { step: { from: 3, to: 9 }, call: null })).toBe('/trajectories/view/?id=s:1&step=3-9');
  });

  it('name two trajectories', () => {
    expect(compareHref('s:1', 's:a&b', { corpus: 'x', list: { q: 'y' } })).toBe(
      '/trajectories/compare/?corpus=x&a=s:1&b=s:a%26b&q=y',
    );
    expect(compareHref('s:1', null)).toBe('/trajectories/compare/?a=s:1');
  });

  it.each(['', '-', '3-', '-3', '9-3', '1-2-3', '1e3', ' 1', '1.5', '9999999999'])('no range: %j', (text) =>
    expect(parseSteps(text)).toBeNull(),
  );

  it('are read back', () => {
    for (let i = 0; i < 200; i++) {
      const from = random.below(1e8);
      const range = { from, to: from + random.below(100) };
      expect(parseSteps(serializeSteps(range))).toEqual(range);
    }
  });
});
