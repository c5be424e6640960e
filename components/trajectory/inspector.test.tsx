import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui';
import type { InspectorState } from '@/lib/url';
import { Inspector } from './inspector';
import { BRANCHED, call, step } from './test-steps';
import type { CallDoc, InspectorReads, StepRow, TrajectoryLinks } from './types';

afterEach(cleanup);
// The window list asks the browser to scroll, which happy-dom does not know.
window.scrollTo = vi.fn() as unknown as typeof window.scrollTo;

const links: TrajectoryLinks = {
  trajectory: (id) => `/trajectories/view/?id=${id}`,
  api: (id) => `/apis/view/?id=${encodeURIComponent(id)}`,
  source: () => '/trajectories/',
  list: '/trajectories/',
};

const DOC = {
  api_id: 'a/b/c',
  description: 'Gets a thing.',
  response_schema: null,
  params: [
    {
      name: 'id',
      location: 'argument',
      type: 'integer',
      required: true,
      description: null,
      constraints: null,
      schema: null,
    },
  ],
} as unknown as CallDoc;

function readsOf(values: Partial<InspectorReads> = {}): InspectorReads {
  const nothing = Promise.resolve(null);
  const doc = Promise.resolve(DOC);
  return {
    record: () => nothing,
    raw: () => nothing,
    doc: () => doc,
    api: () => nothing,
    definition: () => nothing,
    otherCalls: null,
    blob: () => nothing,
    whole: () => Promise.reject(new Error('not asked for')),
    retry: () => {},
    ...values,
  };
}

const START: InspectorState = {
  step: null,
  call: null,
  find: '',
  hide: [],
  wrap: true,
  path: null,
  fold: [],
  panel: null,
};

let last: InspectorState = START;

function Stage({ steps, reads, from }: { steps: readonly StepRow[]; reads: InspectorReads; from: InspectorState }) {
  const [state, setState] = useState(from);
  useEffect(() => {
    last = state;
  }, [state]);
  return (
    <TooltipProvider>
      <Inspector
        {...{ steps, reads, links, state }}
        calls={null}
        onChange={(change) => setState((before) => ({ ...before, ...change }))}
      />
    </TooltipProvider>
  );
}

const show = (steps: readonly StepRow[], from: Partial<InspectorState> = {}, reads = readsOf()) =>
  act(async () => render(<Stage steps={steps} reads={reads} from={{ ...START, ...from }} />));

// What the panel reads arrives after each change.
const press = (key: string) => act(async () => fireEvent.keyDown(document.body, { key }));
const click = (element: HTMLElement, init = {}) => act(async () => fireEvent.click(element, init));
const shown = () => screen.queryAllByTestId('step').map((row) => Number(row.dataset['step']));

const FAILED = [
  step(0, { role: 'user', content: 'Get it' }),
  step(1, {
    reasoning: 'First **this**',
    calls: [call(0, { api_id: 'a/b/c', tool_name: 'get', arguments: '{"id":"x"}' }), call(1, { arguments: 'no json' })],
    findings: [{ call: 0, code: 'wrong-type', pointer: '/id', message: 'Expected integer, found "x".' }],
  }),
  step(2, {
    role: 'tool',
    call_step: 1,
    call: 0,
    pairing: 'id',
    status: '404',
    is_error: true,
    content: '{"error":"gone"}',
  }),
  step(3, { content: 'It is gone.' }),
];

describe('Inspector', () => {
  it('says that more steps follow, and draws no map of a part', async () => {
    const props = { steps: FAILED, reads: readsOf(), links, state: START, calls: null, onChange: () => {} };
    const page = (isWhole: boolean) => (
      <TooltipProvider>
        <Inspector {...props} isWhole={isWhole} />
      </TooltipProvider>
    );
    const { rerender } = await act(async () => render(page(false)));
    expect(shown()).toHaveLength(4);
    expect(screen.queryByText(/other steps are being read/)).not.toBeNull();
    expect(screen.queryByTestId('minimap')).toBeNull();
    await act(async () => rerender(page(true)));
    expect(screen.queryByText(/other steps are being read/)).toBeNull();
    expect(screen.queryByTestId('minimap')).not.toBeNull();
  });

  it('shows calls with their observations, their findings and how they were paired', async () => {
    await show(FAILED);
    const [linked, other] = screen.getAllByTestId('call');
    expect(within(linked!).getByTestId('call-api').getAttribute('href')).toMatch(/\?id=a%2Fb%2Fc$/);
    expect(linked!.textContent).toContain('Expected integer');
    expect(other!.textContent).toMatch(/not in the catalogue.*no answer recorded.*no json/s);
    const observation = screen.getByTestId('observation');
    expect(observation.textContent).toMatch(/404.*error.*paired by id.*gone/s);
    expect(linked!.compareDocumentPosition(observation) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(observation.compareDocumentPosition(other!) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('moves by step, call and problem with the keyboard', async () => {
    await show(FAILED);
    await press('j');
    await press('j');
    await press('j');
    expect(last.step).toEqual({ from: 2, to: 2 });
    await press('k');
    expect(last.step).toEqual({ from: 1, to: 1 });
    await press('c');
    expect([last.step?.from, last.call]).toEqual([1, 0]);
    await press('e');
    expect([last.step?.from, last.call]).toEqual([2, null]);
    await press('E');
    expect([last.step?.from, last.call]).toEqual([1, 0]);
  });

  it('puts each problem at its argument, beside the documentation', async () => {
    await show(FAILED, { panel: 'call' });
    const row = await waitFor(() => within(screen.getByTestId('arguments')).getByRole('row', { name: /^id/ }));
    expect(row.dataset['verdict']).toBe('problem');
    expect(row.nextElementSibling?.textContent).toMatch(/wrong-type.*Expected integer.*another type/s);
    expect((await screen.findByTestId('call-doc')).textContent).toContain('Gets a thing.');
  });

  it('keeps the failure of a panel to itself', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
    const failed = Promise.reject(new Error('The shard is gone.'));
    failed.catch(() => {});
    await show(FAILED, { panel: 'call' }, readsOf({ doc: () => failed }));
    await waitFor(() => expect(screen.getAllByText(/Could not show the documentation/).length).toBeGreaterThan(0));
    expect(shown()).toEqual([0, 1, 2, 3]);
    quiet.mockRestore();
  });

  it('says that a corpus holds no records', async () => {
    await show(FAILED, { panel: 'record' });
    expect(await screen.findByTestId('no-record')).toBeTruthy();
  });

  it('hides kinds, and says that a marked step is hidden', async () => {
    await show(FAILED, { step: { from: 2, to: 2 } });
    await click(screen.getByRole('button', { name: 'Observations' }));
    expect(shown()).toEqual([0, 1, 3]);
    expect(screen.getByTestId('step-hidden')).toBeTruthy();
  });

  it('says that a step does not exist', async () => {
    await show(FAILED, { step: { from: 99, to: 99 } });
    expect(screen.getByTestId('no-step').textContent).toMatch(/99.*4 steps/);
  });

  it('folds a branch with x, leads to its siblings with b, and shows the answer path alone', async () => {
    await show(BRANCHED, { step: { from: 2, to: 2 } });
    expect(screen.getAllByTestId('branch')).toHaveLength(5);
    await press('x');
    expect(last.fold).toEqual([1]);
    expect(shown()).toEqual([0, 3, 4, 5, 6, 7]);
    await press('x');
    expect(last.fold).toEqual([]);
    await press('b');
    expect(last.step?.from).toBe(3);
    await click(screen.getByTestId('answer-path'));
    expect(shown()).toEqual([0, 3, 5, 6, 7]);
  });

  it('unfolds what it goes to', async () => {
    await show(BRANCHED, { fold: [4], step: { from: 5, to: 5 } });
    await press('B');
    expect([last.step?.from, last.fold]).toEqual([4, []]);
  });

  it('finds text in the data, also of steps that are not on screen', async () => {
    const steps = Array.from({ length: 3_000 }, (_, at) =>
      step(at, { content: at === 2_500 ? 'A needle' : `Hay ${at}` }),
    );
    await show(steps, { find: 'NEEDLE' });
    expect(screen.queryByText('A needle')).toBeNull();
    await waitFor(() => expect(screen.getByTestId('find-count').textContent).toBe('1'));
    fireEvent.keyDown(screen.getByLabelText('Find in this trajectory', { selector: 'input' }), { key: 'Enter' });
    expect(last.step).toEqual({ from: 2_500, to: 2_500 });
    expect(screen.getByTestId('find-count').textContent).toBe('1 of 1');
  });

  it('holds only the rows near the window of a long trajectory', async () => {
    await show(Array.from({ length: 5_000 }, (_, at) => step(at, { content: `Hay ${at}` })));
    expect(shown().length).toBeLessThan(100);
    const map = screen.getByRole('slider', { name: 'Map of the trajectory' });
    fireEvent.keyDown(map, { key: 'End' });
    expect(last.step?.from).toBe(4_999);
    expect(map.getAttribute('aria-valuetext')).toMatch(/^Step 4999, 5000 of 5000/);
  });

  it('marks a range with Shift', async () => {
    await show(FAILED, { step: { from: 1, to: 1 } });
    await click(screen.getByRole('button', { name: '3' }), { shiftKey: true });
    expect(last.step).toEqual({ from: 1, to: 3 });
    expect(screen.getAllByTestId('step').filter((row) => row.getAttribute('aria-current') === 'step')).toHaveLength(3);
  });

  it('runs and loads nothing of what it shows', async () => {
    const evil = '<script>window.hit=1</script><img src=x onerror=window.hit=1>[a](javascript:1)';
    const values = { role: evil, content: evil, reasoning: evil, status: evil, note: evil, agent: evil, at: evil };
    const findings = [{ call: 0, code: evil, pointer: evil, message: evil }];
    const { container } = await show(
      [step(0, { ...values, findings, calls: [call(0, { tool_name: evil, arguments: evil, syntax: evil })] })],
      { panel: 'call' },
    );
    await waitFor(() => expect(screen.getAllByText(/\[image: x\]/).length).toBeGreaterThan(0), { timeout: 10_000 });
    expect(container.querySelector('script, img, iframe, a[href^="javascript"]')).toBeNull();
    expect((window as { hit?: number }).hit).toBeUndefined();
  }, 15_000);
});
