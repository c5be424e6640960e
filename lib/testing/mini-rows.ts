/** A miniature corpus, written by hand: every query is tested on it. */
import type { Row } from '../corpus/index.ts';

type Api = Row<'apis'>;

function api(no: number, id: string, rest: Partial<Api>): Api {
  const [provider = '', tool = '', ...name] = id.split('/');
  return {
    api_no: no,
    api_id: id,
    provider,
    tool,
    name: name.join('/'),
    kind: 'http',
    domain: null,
    method: null,
    path: null,
    summary: null,
    n_params: 0,
    n_required: 0,
    n_examples: 0,
    deprecated: false,
    schema_status: 'full',
    doc_tokens: 100,
    n_calls: 0,
    n_trajectories: 0,
    n_invalid: 0,
    source: 'directory',
    ...rest,
  };
}

/** In order of api_id, as a corpus is. */
export const apis: readonly Api[] = [
  api(0, 'bank.example/payments/createPayment', {
    domain: 'payment',
    method: 'POST',
    path: '/payments',
    summary: 'Create a payment',
    n_params: 5,
    n_required: 2,
    doc_tokens: 420,
    n_calls: 3,
    n_trajectories: 2,
    n_invalid: 1,
  }),
  api(1, 'bank.example/payments/getPayment', {
    domain: 'payment',
    method: 'GET',
    path: '/payments/{id}',
    summary: 'Retrieve one payment',
    n_params: 1,
    n_required: 1,
    doc_tokens: 210,
    n_calls: 1,
    n_trajectories: 1,
  }),
  api(2, 'bank.example/payments/listPayments', {
    domain: 'payment',
    method: 'GET',
    path: '/payments',
    summary: 'List payments, newest first',
    n_params: 4,
    doc_tokens: 260,
  }),
  api(3, 'bank.example/refunds/createRefund', {
    domain: 'payment',
    method: 'POST',
    path: '/refunds',
    summary: "Refund a customer's payment",
    n_params: 3,
    n_required: 1,
    deprecated: true,
    schema_status: 'partial',
    doc_tokens: 330,
  }),
  api(4, 'maps.example/geo/getRoute', {
    domain: 'location',
    method: 'GET',
    path: '/route',
    summary: 'Route between two places',
    n_params: 2,
    n_required: 2,
    doc_tokens: 150,
    n_calls: 2,
    n_trajectories: 1,
  }),
  api(5, 'tools.example/local/list_files', {
    kind: 'function',
    summary: 'List files of a folder',
    n_params: 1,
    schema_status: 'prose',
    doc_tokens: 60,
    source: 'functions',
  }),
  api(6, 'tools.example/local/read_file', {
    kind: 'function',
    summary: null,
    n_params: 1,
    n_required: 1,
    schema_status: 'none',
    doc_tokens: 40,
    source: 'functions',
  }),
];

export const apiDocs: readonly Row<'api_docs'>[] = apis.map(({ api_id, path, summary }) => ({
  api_id,
  title: 'Example',
  version: '1.0',
  base_url: 'https://api.example',
  description: summary === null ? null : `**${summary}** <script>alert(1)</script>`,
  params: path?.includes('{id}')
    ? [
        {
          name: 'id',
          location: 'path',
          type: 'string',
          required: true,
          description: "The payment's id",
          constraints: '{"maxLength":20}',
          schema: '{"type":"string","maxLength":20}',
        },
        {
          name: 'expand',
          location: 'query',
          type: null,
          required: false,
          description: null,
          constraints: null,
          schema: null,
        },
      ]
    : [],
  request_schema: null,
  request_type: null,
  response_schema: '{"$ref":"#/$defs/Payment"}',
  responses: '[]',
  examples: '[]',
  security: null,
  document: `${api_id}\n${summary ?? ''}`,
  licence: null,
  source_file: 'example.json',
  source_pointer: '/paths',
  raw_format: 'json',
  raw: `{"operationId":"${api_id}","n":12345678901234567890}`,
}));

export const definitions: readonly Row<'definitions'>[] = [
  {
    definition_id: 'bank.example/payments#Customer',
    name: 'Customer',
    schema: '{"type":"object"}',
    source: 'directory',
  },
  {
    definition_id: 'bank.example/payments#Payment',
    name: 'Payment',
    schema: '{"properties":{"payer":{"$ref":"#/$defs/Customer"}}}',
    source: 'directory',
  },
  { definition_id: 'maps.example/geo#Place', name: 'Place', schema: '{"type":"string"}', source: 'directory' },
];

function trajectory(id: string, rest: Partial<Row<'trajectories'>>): Row<'trajectories'> {
  return {
    trajectory_id: id,
    source: id.split(':')[0] ?? '',
    kind: 'documented',
    domain: null,
    task: null,
    model: null,
    outcome: null,
    reward: null,
    n_steps: 3,
    n_calls: 1,
    n_apis: 1,
    n_errors: 0,
    n_invalid: 0,
    tokens: 100,
    tokens_system: 0,
    tokens_user: 20,
    tokens_assistant: 0,
    tokens_calls: 30,
    tokens_observations: 50,
    source_record: 'example.json#0',
    ...rest,
  };
}

/** In order of trajectory_id. */
export const trajectories: readonly Row<'trajectories'>[] = [
  trajectory('examples:pay-1', {
    domain: 'payment',
    task: 'Create a payment of 5 euros',
    n_steps: 4,
    n_calls: 2,
    n_apis: 1,
    n_errors: 1,
    n_invalid: 1,
    tokens: 240,
  }),
  trajectory('examples:pay-2', {
    domain: 'payment',
    task: 'Create a payment, then read it',
    n_steps: 5,
    n_calls: 2,
    n_apis: 2,
    tokens: 180,
  }),
  trajectory('runs:route-1', {
    kind: 'recorded',
    domain: 'location',
    task: 'Find the way home',
    model: 'm-1',
    outcome: 'success',
    reward: 0.5,
    n_calls: 2,
    tokens: 500,
  }),
];

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
};

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
];
