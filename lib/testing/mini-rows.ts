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
    declared: false,
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
    n_calls: 3,
    n_trajectories: 2,
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
