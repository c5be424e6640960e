/** Trajectories of the miniature corpus. */
import type { Row } from '../corpus/index.ts';
import { withFacets } from './mini-trajectory-index.ts';

type Trajectory = Omit<Row<'trajectories'>, 'facet_no'>;

function trajectory(id: string, rest: Partial<Trajectory>): Trajectory {
  return {
    trajectory_no: 0,
    trajectory_id: id,
    source: id.split(':')[0] ?? '',
    kind: 'documented',
    domain: null,
    task: null,
    model: null,
    outcome: null,
    reward: null,
    format: 'openapi',
    parent_id: null,
    n_steps: 3,
    n_calls: 1,
    n_apis: 1,
    n_declared: null,
    n_branches: 0,
    n_errors: 0,
    n_invalid: 0,
    problems: [],
    tokens: 100,
    tokens_system: 0,
    tokens_user: 20,
    tokens_assistant: 0,
    tokens_reasoning: 0,
    tokens_calls: 30,
    tokens_observations: 50,
    source_record: 'example.json#0',
    ...rest,
  };
}

/** In order of trajectory_id. */
const rows: readonly Trajectory[] = [
  trajectory('examples:pay-1', {
    domain: 'payment',
    task: 'Create a payment of 5 euros',
    n_steps: 4,
    n_calls: 2,
    n_apis: 1,
    n_errors: 1,
    n_invalid: 1,
    problems: ['error-observation', 'out-of-range'],
    tokens: 240,
  }),
  trajectory('examples:pay-2', {
    trajectory_no: 1,
    domain: 'payment',
    task: 'Create a payment, then read it',
    n_steps: 5,
    n_calls: 2,
    n_apis: 2,
    tokens: 180,
    tokens_reasoning: 7,
  }),
  trajectory('runs:route-1', {
    trajectory_no: 2,
    kind: 'recorded',
    domain: 'location',
    task: 'Find the way home',
    model: 'm-1',
    outcome: 'success',
    reward: 0.5,
    n_calls: 2,
    tokens: 500,
  }),
  trajectory('trees:solve-1', {
    trajectory_no: 3,
    kind: 'tree',
    task: 'Find a payment on the web',
    model: 'm-1',
    outcome: 'failure',
    reward: -1,
    format: 'toolbench',
    n_calls: 3,
    n_apis: 2,
    n_branches: 2,
    n_invalid: 2,
    problems: ['unknown-api'],
    tokens: 900,
  }),
];

export const { trajectories, trajectory_facets } = withFacets(rows);

type Step = Row<'steps'>;

function step(trajectory_id: string, position: number, role: string, rest: Partial<Step>): Step {
  return {
    trajectory_id,
    step: position,
    role,
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
    tokens: 10,
    note: null,
    raw: null,
    ...rest,
  };
}

const createPayment = {
  call: 0,
  source_call_id: null,
  tool_name: 'createPayment',
  api_id: 'bank.example/payments/createPayment',
  arguments: '{"amount":5}',
  syntax: 'http',
  derived: false,
};

const searchWeb = { ...createPayment, tool_name: 'search_web', api_id: null, arguments: '{}', syntax: 'react' };
const unknownApi = { call: 0, code: 'unknown-api', pointer: null, message: 'No API is called search_web.' };

export const steps: readonly Step[] = [
  step('examples:pay-1', 0, 'user', { content: 'Create a payment of 5 euros' }),
  step('examples:pay-1', 1, 'assistant', { calls: [{ ...createPayment, arguments: '{"amount":-5}' }], loss: true }),
  step('examples:pay-1', 2, 'tool', {
    content: '{"error":"amount"}',
    content_type: 'application/json',
    call_step: 1,
    call: 0,
    status: '422',
    is_error: true,
  }),
  step('examples:pay-1', 3, 'assistant', { calls: [createPayment], loss: true, reasoning: 'The amount was negative.' }),
  step('examples:pay-2', 0, 'user', { content: 'Create a payment, then read it' }),
  step('runs:route-1', 0, 'user', { content: 'Find the way home' }),
  step('trees:solve-1', 0, 'user', { content: 'Find a payment on the web' }),
  step('trees:solve-1', 1, 'assistant', { calls: [searchWeb], findings: [unknownApi], on_answer_path: false }),
  step('trees:solve-1', 2, 'assistant', {
    parent_step: 0,
    calls: [{ ...searchWeb, tool_name: 'find_way', api_id: 'maps.example/geo/getRoute' }],
    attachments: [{ name: 'page', media_type: 'text/html', blob_id: 'a'.repeat(64), chars: 15 }],
  }),
  step('trees:solve-1', 3, 'assistant', { parent_step: 2, calls: [searchWeb], findings: [unknownApi] }),
];

function call(
  trajectory_id: string,
  position: number,
  api_id: string | null,
  rest: Partial<Row<'calls'>>,
): Row<'calls'> {
  return {
    trajectory_id,
    step: position,
    call: 0,
    source: trajectory_id.split(':')[0] ?? '',
    api_id,
    tool_name: api_id?.split('/').at(-1) ?? 'unknown',
    argument_names: ['amount', 'currency'],
    arguments_status: 'ok',
    derived: false,
    gold: false,
    pairing: null,
    observation_step: null,
    is_error: false,
    problems: [],
    ...rest,
  };
}

export const calls: readonly Row<'calls'>[] = [
  call('examples:pay-1', 1, 'bank.example/payments/createPayment', {
    observation_step: 2,
    is_error: true,
    problems: ['out-of-range'],
  }),
  call('examples:pay-1', 3, 'bank.example/payments/createPayment', {}),
  call('examples:pay-2', 1, 'bank.example/payments/createPayment', {}),
  call('examples:pay-2', 3, 'bank.example/payments/getPayment', { argument_names: ['id'] }),
  call('runs:route-1', 1, 'maps.example/geo/getRoute', { argument_names: [] }),
  call('runs:route-1', 2, 'maps.example/geo/getRoute', { argument_names: [], arguments_status: 'none' }),
  call('trees:solve-1', 1, null, { tool_name: 'search_web', problems: ['unknown-api'] }),
  call('trees:solve-1', 2, 'maps.example/geo/getRoute', { argument_names: [] }),
  call('trees:solve-1', 3, null, { tool_name: 'search_web', problems: ['unknown-api'] }),
];
