import { describe, expect, it } from 'vitest';
import type { ToolDeclaration } from '../declarations.ts';
import { toolDeclarations } from './read-tools.ts';

const read = (value: unknown) => toolDeclarations(value, JSON.stringify(value));
const brief = (tools: readonly ToolDeclaration[]) => tools.map(({ name, dialect }) => `${name}: ${dialect}`);

const schema = { type: 'object', properties: { port: { type: 'string' } }, required: ['port'] };

describe('toolDeclarations', () => {
  it.each<[string, object, string]>([
    ['OpenAI tool', { type: 'function', function: { name: 'moor', parameters: schema, strict: true } }, 'json-schema'],
    ['tool of the Responses API', { type: 'function', name: 'moor', parameters: schema }, 'json-schema'],
    [
      'OpenAI tool without parameters',
      { type: 'function', function: { name: 'moor', parameters: null } },
      'json-schema',
    ],
    ['function', { name: 'moor', parameters: schema }, 'json-schema'],
    ['function with a schema in a string', { name: 'moor', parameters: JSON.stringify(schema) }, 'json-schema'],
    ['function with a reference', { name: 'moor', parameters: { $ref: '#/definitions/Moor' } }, 'json-schema'],
    ['MCP tool', { name: 'moor', inputSchema: schema }, 'json-schema'],
    ['Anthropic tool', { name: 'moor', input_schema: schema }, 'json-schema'],
    ['Anthropic server tool', { type: 'moor_20300101', name: 'moor' }, 'json-schema'],
    ['BFCL function', { name: 'moor', parameters: { type: 'dict', properties: {} } }, 'bfcl'],
    ['xLAM tool', { name: 'moor', parameters: { port: { type: 'str, optional' } } }, 'fields'],
    ['argument called type', { name: 'moor', parameters: { type: { type: 'str' } } }, 'fields'],
    ['argument called properties', { name: 'moor', parameters: { properties: { type: 'dict' } } }, 'fields'],
    ['property called type', { name: 'moor', parameters: { properties: { type: { type: 'string' } } } }, 'json-schema'],
    ['names and types', { name: 'moor', parameters: { port: 'str' } }, 'fields'],
    ['listed arguments', { name: 'moor', parameters: [{ name: 'port', type: 'string', required: true }] }, 'listed'],
    ['RapidAPI', { api_name: 'moor', tool_name: 'Port', required_parameters: [], optional_parameters: [] }, 'rapidapi'],
    ['words', { name: 'moor', parameters: 'the port to moor in' }, 'prose'],
  ])('reads an %s', (_form, tool, dialect) => expect(brief(read([tool]))).toEqual([`moor: ${dialect}`]));

  it('keeps what is declared, and takes nothing for granted', () => {
    const mcp = { name: '係留 する', description: ' Moors. ', inputSchema: schema, outputSchema: { type: 'object' } };
    expect(read([mcp, { name: 'go' }])).toMatchObject([
      { name: '係留 する', description: ' Moors. ', parameters: schema, returns: { type: 'object' }, group: null },
      { name: 'go', description: null, parameters: null, returns: null },
    ]);
    const rapid = { category_name: 'Sea', tool_name: 'Port', api_name: 'moor', api_description: 'Moors.' };
    expect(read([{ ...rapid, required_parameters: [{ name: 'port' }] }])).toMatchObject([
      { name: 'moor', description: 'Moors.', group: 'Port', domain: 'Sea' },
    ]);
  });

  it('reads lists in other places: an object, a single tool, nested lists, names alone', () => {
    expect(brief(read({ tools: [{ name: 'a' }], nextCursor: 'x' }))).toEqual(['a: json-schema']);
    expect(brief(read([{ functionDeclarations: [{ name: 'a' }, { name: 'b' }] }]))).toHaveLength(2);
    expect(brief(read({ name: 'a', parameters: {} }))).toEqual(['a: json-schema']);
    expect(brief(read(['a', '{"name": "b"}', ' ', { nameless: 1 }, 7, null]))).toEqual([
      'a: json-schema',
      'b: json-schema',
    ]);
    expect(read([{ type: 'web_search' }])).toMatchObject([{ name: 'web_search', parameters: null }]);
    expect(read([])).toEqual([]);
    expect(read(null)).toEqual([]);
  });

  it('keeps the text of each declaration as it was written', () => {
    const raw = '{"id": 7, "tools": [ {"name" : "a", "parameters": {"n": {"type": "int", "default": 1.00}}} ]}';
    expect(toolDeclarations((JSON.parse(raw) as { tools: unknown }).tools, raw, ['tools'])[0]!.raw).toBe(
      '{"name" : "a", "parameters": {"n": {"type": "int", "default": 1.00}}}',
    );
    const encoded = '[{"name":  "a"}]';
    expect(toolDeclarations(encoded, JSON.stringify(encoded))[0]!.raw).toBe('{"name":  "a"}');
  });

  it('takes an empty object for no arguments only beside tools that name theirs', () => {
    const empty = { name: 'go', parameters: {} };
    expect(brief(read([empty, { name: 'moor', parameters: { port: { type: 'str' } } }]))).toEqual([
      'go: fields',
      'moor: fields',
    ]);
    expect(brief(read([empty, { name: 'moor', parameters: schema }]))).toEqual([
      'go: json-schema',
      'moor: json-schema',
    ]);
  });

  it('keeps tools of one name apart', () => expect(read([{ name: 'a' }, { name: 'a' }])).toHaveLength(2));

  it('is not led into the depths', () => {
    let deep: unknown = [{ name: 'a' }];
    for (let level = 0; level < 3_000; level++) deep = [deep];
    expect(toolDeclarations(deep, '')).toEqual([]);
    expect(toolDeclarations('['.repeat(100_000), '')).toEqual([]);
  });
});

describe('tools in a text', () => {
  it('reads those that ToolRL numbers', () => {
    const text = `**Available Tools**
1. Name: Find Berth
Description: Finds a berth.
In two lines.
Parameters: {"port": {"description": "Where.", "type": "string", "default": ""}}
2. Name: go
Description: 
Parameters: {}
3. Name: broken
Description: Has a comma too many.
Parameters: {"port": {},}

**Steps**
{"name": "Tool name", "parameters": {"Parameter name": "Parameter content"}}`;
    const tools = read(text);
    expect(brief(tools)).toEqual(['Find Berth: fields', 'go: fields', 'broken: prose']);
    expect(tools[0]).toMatchObject({ description: 'Finds a berth.\nIn two lines.', parameters: { port: {} } });
    expect(tools[1]!.raw).toBe('2. Name: go\nDescription: \nParameters: {}');
  });

  it('reads objects one after the other, as Glaive has them', () => {
    const text = `SYSTEM: You have these functions. Use them if required -
{
    "name": "moor",
    "description": "Moors a ship (it's slow) {",
    "parameters": {"type": "object", "properties": {}}
}

{"name": "go", "description": "Sails."}
{"name": "moor", "arguments": {"port": "X"}}
{not JSON}`;
    expect(brief(read(text))).toEqual(['moor: json-schema', 'go: json-schema']);
    expect(read(text)[1]!.raw).toBe('{"name": "go", "description": "Sails."}');
  });

  it('reads what stands between tags, as Hermes has it', () => {
    const tool = `{'type': 'function', 'function': {'name': 'moor', 'description': "Moors.", 'parameters': None}}`;
    const text = `Tools are within <tools></tools> XML tags: <tools> [${tool}] </tools> Call as {"name": <name>}`;
    expect(read(text)).toMatchObject([{ name: 'moor', description: 'Moors.', parameters: null }]);
    const lines = `<tools>\n{"name": "a"}\n{"name": "b", "description": "B"}\n</tools>`;
    expect(brief(read(lines))).toEqual(['a: json-schema', 'b: json-schema']);
  });

  it('reads a list in the middle, as ToolACE has it', () => {
    const text = `Functions that you can invoke:\n[{"name": "Get Rates v2", "description": "R.", "parameters": {"type": "dict"}}]. Decide.`;
    expect(brief(read(text))).toEqual(['Get Rates v2: bfcl']);
  });

  it('finds none in prose', () => expect(read('You are {kind}.\n[1] Be brief.\n{"name": "x"}')).toEqual([]));
});
