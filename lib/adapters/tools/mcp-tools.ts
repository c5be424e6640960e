/** Answers of MCP servers to `tools/list`. */
import { isObject } from '../json-value.ts';
import { toolFile } from './tool-file.ts';

export const mcpTools = toolFile({
  name: 'mcp-tools',
  title: 'MCP tools/list',
  doc: 'What a Model Context Protocol server answers to `tools/list`: `{tools, nextCursor?}`, the same within a JSON-RPC result or beside `serverInfo`, or the bare list. The tool is the server where it is named, else the file.',
  reference: 'Model Context Protocol, Server Features: Tools',
  kind: 'mcp',
  confidence: 0.95,
  marks: '`name` and `inputSchema`',
  isTool: ({ name, inputSchema }) => typeof name === 'string' && isObject(inputSchema),
});
