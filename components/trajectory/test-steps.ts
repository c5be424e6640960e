/** Steps and calls for tests. */
import type { StepCall, StepRow } from './types';

export function step(position: number, values: Partial<StepRow> = {}): StepRow {
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

export function call(position: number, values: Partial<StepCall> = {}): StepCall {
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

/**
 * A search that forks twice: after step 0 into 1 and 3, and after 3 into 4 and 5; 3 and 5 led to the answer.
 * Step 6 belongs to an agent that step 5 started, and 7 goes on from 5.
 */
export const BRANCHED: readonly StepRow[] = [
  step(0, { role: 'user', content: 'Find it' }),
  step(1, { content: 'one way', on_answer_path: false }),
  step(2, { content: 'a dead end', on_answer_path: false }),
  step(3, { content: 'another way', parent_step: 0 }),
  step(4, { content: 'not this', parent_step: 3, on_answer_path: false }),
  step(5, { content: 'but this', parent_step: 3 }),
  step(6, { content: 'helping', parent_step: null, agent: 'helper' }),
  step(7, { content: 'found', parent_step: 5 }),
];
