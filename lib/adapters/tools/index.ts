/** Documentation of tools other than OpenAPI. */
import type { Adapter } from '../adapter.ts';
import { bfclFunctions, openAiTools, xlamTools } from './function-tools.ts';
import { mcpTools } from './mcp-tools.ts';
import { publicApis } from './public-apis.ts';
import { toucanServers } from './toucan-servers.ts';

export { toolDeclarations } from './read-tools.ts';

export const toolAdapters: readonly Adapter[] = [
  toucanServers,
  mcpTools,
  bfclFunctions,
  openAiTools,
  xlamTools,
  publicApis,
];
