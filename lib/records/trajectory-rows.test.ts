import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import type { ToolDeclaration } from '../adapters/declarations.ts';
import { EMPTY_STEP, EMPTY_TRAJECTORY, type StepRecord, type TrajectoryRecord } from '../adapters/records.ts';
import { EMPTY_CATALOGUE } from '../audit/audit.ts';
import { trajectoryRows, type RowTools } from './trajectory-rows.ts';

const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
const TOOLS: RowTools = {
  countTokens: (text) => text.length,
  hash,
  catalogue: EMPTY_CATALOGUE,
};
const TOOL: ToolDeclaration = {
  name: 'moor',
  description: 'Moors a ship.',
  dialect: 'json-schema',
  parameters: { type: 'object', properties: { port: { type: 'string' } } },
  returns: null,
  group: null,
  domain: null,
  api_id: null,
  raw: '{"name":"moor"}',
};

function call(tool_name: string, args: string): StepRecord['calls'][number] {
  return { call: 0, source_call_id: null, tool_name, api_id: null, arguments: args, syntax: 'openai', derived: false };
}
const step = (role: StepRecord['role'], rest: Partial<StepRecord> = {}): StepRecord => ({
  ...EMPTY_STEP,
  role,
  ...rest,
});

function record(rest: Partial<TrajectoryRecord>): TrajectoryRecord {
  const place = { format: 'x', source_file: 'a.json', source_pointer: '/0', raw_format: 'json', raw: '{}' };
  return { ...EMPTY_TRAJECTORY, ...place, record_id: 'r', kind: 'rollout', steps: [], ...rest };
}

const rowsOf = (tools: TrajectoryRecord['tools'], rest: Partial<TrajectoryRecord> = {}) =>
  trajectoryRows(record({ tools, ...rest }), 'source', TOOLS);

describe('declared tools', () => {
  it('become APIs whose id depends on the declaration alone', () => {
    const [one] = rowsOf([TOOL]).declared;
    const [other] = rowsOf([{ ...TOOL, raw: '{ "name": "moor" }' }], { source_pointer: '/1' }).declared;
    expect(one!.api.api_id).toMatch(/^source\/declared\/moor~[0-9a-f]{8}$/);
    expect(other!.api.api_id).toBe(one!.api.api_id);
    expect(one!.api).toMatchObject({
      provider: 'source',
      tool: 'declared',
      name: 'moor',
      kind: 'function',
      schema_status: 'full',
    });
    expect([one!.doc.source_pointer, other!.doc.source_pointer]).toEqual(['/0', '/1']);
    const different = rowsOf([
      { ...TOOL, description: 'Moors a boat.', raw: 'c' },
      { ...TOOL, group: 'a/b', raw: 'd' },
    ]).declared;
    expect(new Set([one!.api.api_id, ...different.map(({ api }) => api.api_id)]).size).toBe(3);
    expect(different[1]!.api.api_id).toMatch(/^source\/a-b\/moor~/);
  });

  it('are listed in order, with what they are linked to', () => {
    const { record: row, trajectory, declared } = rowsOf([TOOL, TOOL, { ...TOOL, name: 'sail', parameters: null }]);
    const listed = JSON.parse(row.tools!) as { name: string; api_id: string; schema_status: string }[];
    expect(listed.map(({ name, schema_status }) => [name, schema_status])).toEqual([
      ['moor', 'full'],
      ['moor', 'full'],
      ['sail', 'prose'],
    ]);
    expect(Object.keys(listed[0]!)).toEqual([
      'name',
      'description',
      'dialect',
      'parameters',
      'api_id',
      'schema_status',
    ]);
    expect(declared.map(({ api }) => api.api_id)).toEqual([...new Set(listed.map(({ api_id }) => api_id))]);
    expect(trajectory.n_declared).toBe(3);
  });

  it('keep the API that their source names, and tell no list from an empty one', () => {
    const { record: row, declared } = rowsOf([{ ...TOOL, api_id: 'p/t/moor' }]);
    expect(declared).toEqual([]);
    expect(row.tools).toContain('"api_id":"p/t/moor"');
    expect(rowsOf([]).record.tools).toBe('[]');
    expect(rowsOf([]).trajectory.n_declared).toBe(0);
    expect(rowsOf(null).record.tools).toBeNull();
    expect(rowsOf(null).trajectory.n_declared).toBeNull();
  });
});

describe('steps', () => {
  it('are linked, judged and counted', () => {
    const steps = [
      step('user', { content: 'Moor.' }),
      step('assistant', { calls: [call('moor', '{"port":5}')] }),
      step('tool', { content: 'no', call_step: 1, call: 0, is_error: true, pairing: 'id' }),
    ];
    const { trajectory, steps: rows, calls } = trajectoryRows(record({ steps, tools: [TOOL] }), 'source', TOOLS);
    expect(rows[1]!.calls[0]!.api_id).toBe(calls[0]!.api_id);
    expect(calls[0]).toMatchObject({
      problems: ['wrong-type'],
      argument_names: ['port'],
      is_error: true,
      pairing: 'id',
      observation_step: 2,
    });
    expect(rows[1]!.findings).toMatchObject([{ call: 0, code: 'wrong-type', pointer: '/port' }]);
    expect(rows[2]!.findings.map(({ code }) => code)).toEqual(['error-observation', 'unrecovered-error']);
    expect(trajectory).toMatchObject({
      problems: ['error-observation', 'unrecovered-error', 'wrong-type'],
      n_invalid: 1,
      n_errors: 1,
      n_branches: 0,
      tokens_calls: 14,
      tokens: 21,
    });
    expect(rows.map(({ parent_step }) => parent_step)).toEqual([null, 0, 1]);
  });

  it('continue the one before, of the same agent', () => {
    const steps = [
      step('user'),
      step('assistant', { agent: 'b' }),
      step('tool'),
      step('tool', { agent: 'b' }),
      step('user', { parent_step: 1 }),
    ];
    const { steps: rows } = trajectoryRows(record({ steps }), 'source', TOOLS);
    expect(rows.map(({ parent_step }) => parent_step)).toEqual([null, null, 0, 1, 1]);
  });

  it('form branches where the record says so', () => {
    const steps = [
      step('user'),
      step('assistant', { parent_step: 0 }),
      step('assistant', { parent_step: 0 }),
      step('tool', { parent_step: 2 }),
      step('assistant'),
    ];
    const { steps: rows, trajectory } = trajectoryRows(record({ steps, branches: true }), 'source', TOOLS);
    expect(rows.map(({ parent_step }) => parent_step)).toEqual([null, 0, 0, 2, null]);
    expect(trajectory.n_branches).toBe(1);
  });

  it('keep large texts apart, each once', () => {
    const page = { name: 'raw_html', media_type: 'text/html', encoding: 'text' as const, content: '<p>é</p>' };
    const steps = [
      step('tool', { attachments: [page, { ...page, name: 'clean', content: '<p>' }] }),
      step('tool', { attachments: [page] }),
    ];
    const { steps: rows, blobs } = trajectoryRows(record({ steps }), 'source', TOOLS);
    expect(blobs.map(({ content }) => content)).toEqual([page.content, '<p>']);
    expect(blobs[0]!.blob_id).toBe(hash(page.content));
    expect(rows[1]!.attachments).toEqual([
      { name: 'raw_html', media_type: 'text/html', blob_id: blobs[0]!.blob_id, chars: 8 },
    ]);
    expect(JSON.stringify(rows)).not.toContain('<p>');
  });
});

describe('tokens', () => {
  it('of reasoning are those of the assistant too, and of the whole', () => {
    const { trajectory } = rowsOf(null, {
      steps: [step('user', { content: 'abc' }), step('assistant', { content: 'de', reasoning: 'f' })],
    });
    expect(trajectory).toMatchObject({ tokens: 6, tokens_user: 3, tokens_assistant: 3, tokens_reasoning: 1 });
  });
});
