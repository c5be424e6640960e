/** MCP servers as Toucan crawled them, one a file. */
import { eachRecord, type RecordAdapter } from '../adapter.ts';
import { apiFromDeclaration, type DeclarationPlace } from '../api-from-declaration.ts';
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import { jsonSource } from '../text/json-source.ts';
import { pointer } from '../text/pointer.ts';
import { toolDeclaration } from './tool-declaration.ts';
import { baseName, rejecter } from './tool-file.ts';

/** What the crawler writes where a server states no licence: its own name, or that there is none. */
const NO_LICENCE = /^(?:smithery|not specified|https?:)/i;

export const toucanServers: RecordAdapter = {
  name: 'toucan-servers',
  title: 'Toucan MCP servers',
  yields: ['apis'],
  doc: 'One file a server. Servers that answered have `input_schema`; of the others there is only what a web page listed, arguments whose every type is `string`. Names may be in any script.',
  reference: 'Toucan (TheAgentArk), mcp_servers',
  scope: 'record',
  detect({ records }) {
    return records.every(({ value }) => isServer(value))
      ? { confidence: 0.97, reason: 'the file has `metadata` with `server_name` and `server_info_crawled`' }
      : null;
  },
  open: eachRecord((record, file, sink) => {
    const reject = rejecter(file, sink);
    const found = isServer(record.value) ? serverTools(record.value['metadata']) : null;
    if (found === null) return reject('not-of-format', record.position, 'Expected a server of Toucan.', record.raw);
    if (found.tools.length === 0) return reject('no-tools', record.position, 'The server lists no tool.', record.raw);
    const source = jsonSource(record.raw);
    const place = placeOf(objectOf(record.value), file.path);
    found.tools.forEach((entry, at) => {
      const path = ['metadata', found.from, 'tools', at];
      const source_pointer = record.position + pointer(...path);
      const raw = source(path, entry);
      const tool = toolDeclaration(entry, raw);
      if (tool === null) reject('not-of-format', source_pointer, 'Expected a tool with a name.', raw);
      else sink.api(apiFromDeclaration(tool, { ...place, source_pointer }));
    });
  }),
};

function isServer(value: unknown): value is JsonObject & { metadata: JsonObject } {
  return isObject(value) && isObject(value['metadata']) && isObject(value['metadata']['server_info_crawled']);
}

/** What the server itself answered comes before what was crawled. */
function serverTools(metadata: JsonObject): { from: string; tools: readonly unknown[] } {
  const [answered = [], crawled = []] = ['remote_server_response', 'server_info_crawled'].map((from) =>
    arrayOf(objectOf(metadata[from])['tools']),
  );
  return answered.length > 0
    ? { from: 'remote_server_response', tools: answered }
    : { from: 'server_info_crawled', tools: crawled };
}

/** Servers are filed as `@owner/server`; some owners have one server and no name beside it. */
function placeOf(value: JsonObject, path: string): Omit<DeclarationPlace, 'source_pointer'> {
  const metadata = objectOf(value['metadata']);
  const crawled = objectOf(metadata['server_info_crawled']);
  const author = textOf(crawled['author']) ?? baseName(path);
  const cut = author.indexOf('/');
  const licence = textOf(crawled['license']);
  return {
    provider: cut > 0 ? author.slice(0, cut) : author,
    tool: author.slice(cut + 1) || author,
    kind: 'mcp',
    domain: textOf(objectOf(value['labels'])['primary_label']),
    title: textOf(metadata['server_name']),
    base_url: textOf(objectOf(metadata['remote_server_response'])['url']),
    licence: licence === null || NO_LICENCE.test(licence) ? null : licence,
    source_file: path,
    raw_format: 'json',
  };
}
