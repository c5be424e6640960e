/** Commands that SWE-agent gives its agents: `config.yaml` of a bundle. */
import { eachRecord, type RecordAdapter } from '../adapter.ts';
import { apiFromDeclaration } from '../api-from-declaration.ts';
import { fits } from '../chat/chat-adapter.ts';
import type { ToolDeclaration } from '../declarations.ts';
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import { rejectShape } from '../reject-shape.ts';
import { pointer } from '../text/pointer.ts';

const PROVIDER = 'swe-agent';

export const sweAgentTools: RecordAdapter = {
  name: 'swe-agent-tools',
  title: 'SWE-agent tool bundles',
  yields: ['apis'],
  doc: 'The `config.yaml` of a bundle: commands with their signature, a docstring and listed arguments. A bundle may have none, and only a command that tells the state.',
  reference: 'SWE-agent documentation, adding custom tools',
  scope: 'record',
  detect(sample) {
    if (!fits(sample, isBundle)) return null;
    const reason = '`tools` holds commands with `signature` and `docstring`';
    return fits(sample, isBundle, hasCommands)
      ? { confidence: 0.95, reason }
      : { confidence: 0.5, reason: '`tools` is an empty object, beside nothing but a `state_command`' };
  },
  open: eachRecord((record, file, sink) => {
    const { value, position } = record;
    const commands = isObject(value) && isBundle(value) ? Object.entries(objectOf(value['tools'])) : [];
    if (commands.length === 0) return rejectShape(sink, file, record, '`tools` with at least one command');
    const tool = bundleOf(file.path);
    for (const [name, command] of commands) {
      const at = `${position}${pointer('tools', name)}`;
      const place = { provider: PROVIDER, tool, kind: 'cli', source_file: file.path, raw_format: 'json' } as const;
      sink.api(apiFromDeclaration(declarationOf(name, objectOf(command)), { ...place, source_pointer: at }));
    }
  }),
};

function isBundle(value: JsonObject): boolean {
  const others = Object.keys(value).filter((key) => !/^(?:tools|.*_?state_command)$/.test(key));
  return (
    isObject(value['tools']) &&
    (hasCommands(value) || others.length === 0) &&
    Object.values(value['tools']).every(isObject)
  );
}

function hasCommands(value: JsonObject): boolean {
  return Object.values(objectOf(value['tools'])).some((one) => isObject(one) && 'docstring' in one);
}

/** `tools/search/config.yaml` is the bundle `search`. */
function bundleOf(path: string): string {
  return path.split('/').at(-2) ?? 'tools';
}

function declarationOf(name: string, command: JsonObject): ToolDeclaration {
  const signature = textOf(command['signature'])?.trim();
  const docstring = textOf(command['docstring']);
  return {
    name,
    description:
      [docstring, signature === undefined ? null : `Usage: ${signature}`].filter(Boolean).join('\n\n') || null,
    dialect: 'json-schema',
    parameters: schemaOf(arrayOf(command['arguments']).filter(isObject)),
    returns: null,
    group: null,
    domain: null,
    api_id: null,
    raw: JSON.stringify({ [name]: command }),
  };
}

/** Arguments are listed, each with its own schema: SWE-agent hands them to the model as properties of an object. */
function schemaOf(listed: readonly JsonObject[]): JsonObject {
  const required = listed.filter((one) => one['required'] === true).map(({ name }) => String(name));
  const properties = listed.map(({ name, required: _required, argument_format: _format, ...schema }) => [
    String(name),
    schema,
  ]);
  return { type: 'object', properties: Object.fromEntries(properties) as JsonObject, required };
}
