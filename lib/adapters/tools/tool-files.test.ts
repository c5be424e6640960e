import { describe, expect, it } from 'vitest';
import type { RecordAdapter } from '../adapter.ts';
import { jsonRecords, readRecords, sampleOf } from '../read-records.ts';
import { detectFormats } from '../registry.ts';
import { bfclFunctions, openAiTools, xlamTools } from './function-tools.ts';
import { mcpTools } from './mcp-tools.ts';
import { publicApis } from './public-apis.ts';
import { toucanServers } from './toucan-servers.ts';

const schema = { type: 'object', properties: { port: { type: 'string' } }, required: ['port'] };
const records = (...values: readonly unknown[]) => jsonRecords(...values.map((value) => JSON.stringify(value)));
const detected = (...values: readonly unknown[]) => detectFormats(sampleOf(records(...values)))[0]?.adapter.name;
const read = (adapter: RecordAdapter, path: string, ...values: readonly unknown[]) =>
  readRecords(adapter, records(...values), { path });
const ids = (adapter: RecordAdapter, path: string, ...values: readonly unknown[]) =>
  read(adapter, path, ...values).apis.map(({ api }) => api.api_id);

const mcp = { name: 'moor', description: 'Moors a ship.', inputSchema: schema, annotations: {} };
const openAi = { type: 'function', function: { name: 'moor', parameters: null, strict: false } };
const xlam = {
  name: 'moor',
  description: 'M.',
  parameters: { port: { type: 'str, optional', description: 'Where.' } },
};
const bfcl = { name: 'moor', description: 'M.', parameters: { type: 'dict', properties: { at: { type: 'tuple' } } } };

describe('detection', () => {
  it.each<[string, unknown[]]>([
    ['mcp-tools', [{ tools: [mcp], nextCursor: 'x' }]],
    ['mcp-tools', [{ jsonrpc: '2.0', id: 1, result: { tools: [mcp] } }]],
    ['mcp-tools', [mcp, mcp]],
    ['openai-tools', [openAi, openAi]],
    ['openai-tools', [{ tools: [openAi] }]],
    ['openai-tools', [{ name: 'moor', description: 'M.', input_schema: schema }]],
    ['openai-tools', [{ name: 'moor', parameters: schema }]],
    ['openai-tools', [{ name: 'moor', parameters: [{ name: 'port', type: 'string' }] }]],
    ['xlam-tools', [xlam, { name: 'go', description: 'G.', parameters: {} }]],
    ['bfcl-functions', [bfcl, { ...bfcl, response: { type: 'dict' } }]],
  ])('finds %s', (name, values) => expect(detected(...values)).toBe(name));

  it.each([
    ['a conversation with tools', { tools: [openAi], messages: [{ role: 'user', content: 'Moor!' }] }],
    ['a row of xLAM', { query: 'Moor!', answers: '[]', tools: JSON.stringify([xlam]) }],
    ['an empty list', { tools: [] }],
    ['a person', { name: 'Ada', description: 'A person.' }],
    ['a JSON Schema', { name: 'ship', ...schema }],
  ])('does not take %s for a list of tools', (_what, value) => {
    const found = detectFormats(sampleOf(records(value))).map(({ adapter }) => adapter.name);
    expect(found.filter((name) => /-tools$|-functions$|-servers$/.test(name))).toEqual([]);
  });
});

describe('mcp-tools', () => {
  it('files tools under the server that is named, else under the file', () => {
    expect(ids(mcpTools, 'a/harbour.json', { tools: [mcp] })).toEqual(['test/harbour/moor']);
    const named = { serverInfo: { name: 'quay', version: '1.2' }, tools: [mcp], prompts: [{ name: 'p' }] };
    const [api] = read(mcpTools, 'a.json', named).apis;
    expect(api).toMatchObject({
      api: { api_id: 'test/quay/moor', kind: 'mcp', n_params: 1, n_required: 1, schema_status: 'full' },
      doc: { title: 'quay', version: '1.2', source_pointer: '/tools/0', raw: JSON.stringify(mcp) },
    });
  });

  it('reads the result of a JSON-RPC answer, and lists of bare tools', () => {
    const [api] = read(mcpTools, 'a.json', { jsonrpc: '2.0', id: 1, result: { tools: [mcp] } }).apis;
    expect(api!.doc.source_pointer).toBe('/result/tools/0');
    expect(read(mcpTools, 'a.json', mcp, mcp).apis.map(({ doc }) => doc.source_pointer)).toEqual(['/0', '/1']);
  });

  it('rejects what is no tool, and keeps the rest', () => {
    const { apis, rejects } = read(mcpTools, 'a.json', { tools: [mcp, { inputSchema: {} }, 7] });
    expect(apis).toHaveLength(1);
    expect(rejects).toMatchObject([
      { position: '/tools/1', reason: 'not-of-format', severity: 'rejected', raw: '{"inputSchema":{}}' },
      { position: '/tools/2', raw: '7' },
    ]);
    expect(read(mcpTools, 'a.json', { tools: [] }).rejects).toMatchObject([{ reason: 'no-tools' }]);
    expect(read(mcpTools, 'a.json', 'nothing').rejects).toMatchObject([{ reason: 'not-of-format', raw: '"nothing"' }]);
  });
});

describe('functions', () => {
  it('reads null parameters as saying nothing', () => {
    const [api] = read(openAiTools, 'tools.json', openAi).apis;
    expect(api!.api).toMatchObject({ api_id: 'test/tools/moor', kind: 'function', n_params: 0, schema_status: 'none' });
  });

  it("reads xLAM's fields, and an empty object as no arguments", () => {
    const { apis } = read(xlamTools, 'x.json', xlam, { name: 'go', description: 'G.', parameters: {} });
    expect(apis.map(({ api }) => [api.n_params, api.n_required, api.schema_status])).toEqual([
      [1, 0, 'full'],
      [0, 0, 'full'],
    ]);
  });

  it('files functions of BFCL under the class that their file documents', () => {
    expect(ids(bfclFunctions, 'x/multi_turn_func_doc/posting_api.json', bfcl)).toEqual(['bfcl/TwitterAPI/moor']);
    expect(ids(bfclFunctions, 'x/posting_api.json', bfcl)).toEqual(['test/posting_api/moor']);
    expect(read(bfclFunctions, 'a.json', bfcl).apis[0]!.doc.params).toMatchObject([{ name: 'at', type: 'array<any>' }]);
  });
});

const server = (author: string, crawled: unknown[], remote: unknown[]) => ({
  labels: { primary_label: 'Sea' },
  metadata: {
    server_name: 'Harbour',
    server_info_crawled: { author, license: 'MIT', tools: crawled },
    remote_server_response: { url: 'https://ships.example/mcp', tools: remote },
  },
});

describe('toucan-servers', () => {
  const listed = {
    name: '係留 する',
    description: 'M.',
    parameters: [{ name: 'port', required: true, type: 'string' }],
  };
  const answered = { name: 'moor', description: 'M.', input_schema: schema, annotations: null };
  it('takes what the server answered, else what was crawled', () => {
    const value = server('@ada/harbour', [listed], [answered]);
    expect(detected(value)).toBe('toucan-servers');
    expect(read(toucanServers, 'a.json', value).apis).toMatchObject([
      {
        api: { api_id: '@ada/harbour/moor', kind: 'mcp', domain: 'Sea', schema_status: 'full' },
        doc: {
          title: 'Harbour',
          licence: 'MIT',
          base_url: 'https://ships.example/mcp',
          source_pointer: '/metadata/remote_server_response/tools/0',
        },
      },
    ]);
  });

  it('keeps names in any script, and says that listed arguments are part of a schema', () => {
    const [api] = read(toucanServers, 'a.json', server('harbour', [listed], [])).apis;
    expect(api!.api).toMatchObject({
      api_id: 'harbour/harbour/係留 する',
      n_params: 1,
      n_required: 1,
      schema_status: 'partial',
    });
    expect(api!.doc.params).toMatchObject([{ name: 'port', type: null }]);
  });

  it('rejects servers without tools and entries without a name', () => {
    expect(read(toucanServers, 'a.json', server('a', [], [])).rejects).toMatchObject([{ reason: 'no-tools' }]);
    expect(read(toucanServers, 'a.json', server('a', [{}], [])).rejects).toMatchObject([
      { position: '/metadata/server_info_crawled/tools/0' },
    ]);
    expect(read(toucanServers, 'a.json', { metadata: 1 }).rejects).toMatchObject([{ reason: 'not-of-format' }]);
  });
});

describe('public-apis', () => {
  const tides = {
    API: 'Tides',
    Description: 'When to sail',
    Auth: '',
    Link: 'https://Tides.example/docs',
    Category: 'Sea',
  };

  it('has one API an entry, of which nothing but words is known', () => {
    expect(detected({ count: 1, entries: [tides] })).toBe('public-apis');
    const { apis, rejects } = read(publicApis, 'a.json', { entries: [tides, { API: 'Nothing' }] });
    expect(apis).toMatchObject([
      {
        api: { api_id: 'tides.example/Tides/Tides', kind: 'http', domain: 'Sea', schema_status: 'prose', n_params: 0 },
        doc: { description: 'When to sail', source_pointer: '/entries/0', raw: JSON.stringify(tides) },
      },
    ]);
    expect(rejects).toMatchObject([{ position: '/entries/1', reason: 'not-of-format', raw: '{"API":"Nothing"}' }]);
    expect(read(publicApis, 'a.json', { entries: [] }, 1).rejects.map(({ reason }) => reason)).toEqual([
      'no-tools',
      'not-of-format',
    ]);
  });
});
