import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui';
import { StepList } from './step-list';
import { pairSteps } from './step-pairs';
import { StepView } from './step-view';
import type { StepCall, StepRow, TrajectoryLinks } from './types';

afterEach(cleanup);

const links: TrajectoryLinks = {
  trajectory: (id) => `/trajectories/view/?id=${id}`,
  api: (id) => `/apis/view/?id=${encodeURIComponent(id)}`,
  source: () => '/trajectories/',
  list: '/trajectories/',
};

function step(position: number, values: Partial<StepRow> = {}): StepRow {
  return {
    trajectory_id: 't:1',
    step: position,
    role: 'assistant',
    content: null,
    content_type: null,
    reasoning: null,
    calls: [],
    call_step: null,
    call: null,
    status: null,
    is_error: false,
    loss: null,
    parent_step: position === 0 ? null : position - 1,
    on_answer_path: true,
    agent: null,
    at: null,
    seconds: null,
    pairing: null,
    truncated: false,
    parts: null,
    attachments: [],
    metrics: null,
    findings: [],
    tokens: 7,
    note: null,
    raw: null,
    ...values,
  };
}

function call(position: number, values: Partial<StepCall> = {}): StepCall {
  return {
    call: position,
    source_call_id: 'same',
    tool_name: `tool${position}`,
    api_id: null,
    arguments: null,
    syntax: 'http',
    derived: false,
    ...values,
  };
}

function show(steps: readonly StepRow[], position: number, onGo = vi.fn()) {
  const pairs = pairSteps(steps);
  const shown = steps[position]!;
  return render(
    <TooltipProvider>
      <StepView
        step={shown}
        isCurrent={false}
        links={links}
        answersTo={(made) => pairs.answers(shown.step, made.call)}
        answered={pairs.answered(shown)}
        auditOf={() => undefined}
        onGo={onGo}
      />
    </TooltipProvider>,
  );
}

describe('pairSteps', () => {
  const steps = [
    step(0, { calls: [call(0), call(1)] }),
    step(1, { role: 'tool', call_step: 0, call: 1 }),
    step(2, { role: 'tool', call_step: 0, call: 0 }),
    step(3, { role: 'tool', call_step: 0, call: 0 }),
    step(4, { role: 'tool' }),
    step(5, { role: 'tool', call_step: 9, call: 9 }),
  ];

  it('pairs by position, never by the ids of the source', () => {
    const { answers, answered } = pairSteps(steps);
    expect(answers(0, 0).map((found) => found.step)).toEqual([2, 3]);
    expect(answers(0, 1).map((found) => found.step)).toEqual([1]);
    expect(steps.map(answered)).toEqual([null, 'tool1', 'tool0', 'tool0', null, null]);
  });
});

describe('StepView', () => {
  const steps = [
    step(0, {
      reasoning: 'First **this**',
      calls: [
        call(0, { api_id: 'a/b/c', arguments: '{"id":12345678901234567890}' }),
        call(1, { arguments: 'not json' }),
      ],
    }),
    step(1, { role: 'tool', call_step: 0, call: 0, status: '404', is_error: true, content: '{"error":"gone"}' }),
  ];

  it('links a call to its API and to its answer', () => {
    const go = vi.fn();
    show(steps, 0, go);
    const [linked, unlinked] = screen.getAllByTestId('call');
    expect(within(linked!).getByTestId('call-api').getAttribute('href')).toMatch(/^\/apis\/view\/?\?id=a%2Fb%2Fc$/);
    expect(linked!.textContent).toContain('12345678901234567890');
    expect(unlinked!.textContent).toMatch(/not in the catalogue.*no answer recorded.*not json/s);
    fireEvent.click(within(linked!).getByRole('button', { name: /answered in step 1/ }));
    expect(go).toHaveBeenCalledWith(1);
  });

  it('says what an observation answers, and that it is an error', () => {
    show(steps, 1);
    const shown = screen.getByTestId('step');
    expect(shown.textContent).toMatch(/answer to tool0 in step 0.*404.*error.*gone/s);
  });

  it('says how a step was derived', () => {
    show([step(0, { role: 'user', content: 'Do it', note: 'The description, verbatim.' })], 0);
    expect(screen.getByTestId('note').textContent).toBe('The description, verbatim.');
  });

  it('runs and loads nothing of what it shows', async () => {
    const evil = '<script>window.hit=1</script><img src=x onerror=window.hit=1>[a](javascript:1)';
    const values = { role: evil, content: evil, reasoning: evil, status: evil, note: evil };
    const { container } = show(
      [step(0, { ...values, calls: [call(0, { tool_name: evil, arguments: evil, syntax: evil })] })],
      0,
    );
    await waitFor(() => expect(screen.getAllByText(/\[image: x\]/).length).toBeGreaterThan(0), { timeout: 10_000 });
    expect(container.querySelector('script, img, iframe, a[href^="javascript"]')).toBeNull();
    expect((window as { hit?: number }).hit).toBeUndefined();
  }, 15_000);
});

describe('StepList', () => {
  it('holds only the steps near the window of a long trajectory', () => {
    const steps = Array.from({ length: 5_000 }, (_, position) => step(position));
    const drawn = vi.fn((shown: StepRow) => <p>Step {shown.step}</p>);
    render(<StepList steps={steps} renderStep={drawn} initial={-1} handle={null} />);
    expect(screen.queryAllByText(/^Step /).length).toBeLessThan(100);
    cleanup();
    render(<StepList steps={steps.slice(0, 40)} renderStep={drawn} initial={-1} handle={null} />);
    expect(screen.getAllByText(/^Step /)).toHaveLength(40);
  });
});
