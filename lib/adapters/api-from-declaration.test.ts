import { describe, expect, it } from 'vitest';
import { apiFromDeclaration } from './api-from-declaration.ts';
import type { ToolDeclaration } from './declarations.ts';

const TOOL: ToolDeclaration = {
  name: 'moor',
  description: 'Moors a ship at a berth of the port. It waits for the tide.',
  dialect: 'json-schema',
  parameters: {
    type: 'object',
    properties: {
      port: { type: 'string', enum: ['north', 'south'], description: 'Which port.' },
      lines: { type: 'array', items: { $ref: '#/definitions/Line' } },
    },
    required: ['port'],
    definitions: { Line: { type: 'object', properties: { metres: { type: 'integer', minimum: 1 } } } },
  },
  returns: { type: 'object', properties: { berth: { type: 'string' } } },
  group: 'Harbour',
  domain: 'shipping',
  api_id: null,
  raw: '{"name":"moor"}',
};
const PLACE = {
  provider: 'harbour.example',
  tool: 'Harbour',
  kind: 'mcp',
  source_file: 'a.json',
  source_pointer: '/0',
  raw_format: 'json',
} as const;

describe('apiFromDeclaration', () => {
  const { api, doc } = apiFromDeclaration(TOOL, {
    ...PLACE,
    examples: [{ place: 'request', name: null, status: null, media_type: null, value: { port: 'north' } }],
  });

  it('counts and describes what is declared', () => {
    expect(api).toMatchObject({
      api_id: 'harbour.example/Harbour/moor',
      domain: 'shipping',
      summary: 'Moors a ship at a berth of the port.',
      n_params: 2,
      n_required: 1,
      n_examples: 1,
      schema_status: 'full',
    });
    expect(doc.raw).toBe(TOOL.raw);
    expect(doc.params.map(({ name, location, type, required }) => [name, location, type, required])).toEqual([
      ['port', 'argument', 'string', true],
      ['lines', 'argument', 'array<Line>', false],
    ]);
  });

  it('lets each argument be read alone', () => {
    expect(JSON.parse(doc.params[1]!.schema!)).toMatchObject({
      items: { $ref: '#/$defs/Line' },
      $defs: { Line: { type: 'object' } },
    });
    expect(doc.params[0]!.schema).not.toContain('$defs');
  });

  it('writes the text that a model is trained on', () => {
    expect(doc.document).toBe(
      [
        'harbour.example/Harbour/moor',
        '',
        'Moors a ship at a berth of the port. It waits for the tide.',
        '',
        '## Parameters',
        '- port (string, required, one of "north" "south"): Which port.',
        '- lines (array<Line>)',
        '  - metres (integer, minimum 1)',
        '',
        '## Result',
        '- berth (string)',
        '',
        '## Example',
        '```',
        '{"port":"north"}',
        '```',
      ].join('\n'),
    );
  });

  it('invents nothing where words are all there is', () => {
    const prose = { ...TOOL, dialect: 'prose', parameters: 'moor(port)', description: null, returns: null } as const;
    const { api: row, doc: docs } = apiFromDeclaration(prose, { ...PLACE, method: 'POST', path: '/moor' });
    expect(row).toMatchObject({ schema_status: 'prose', n_params: 0, method: 'POST', domain: 'shipping' });
    expect(docs).toMatchObject({ params: [], request_schema: null, response_schema: null });
    expect(docs.document).toBe('harbour.example/Harbour/moor\nPOST /moor\n\nmoor(port)');
  });
});
