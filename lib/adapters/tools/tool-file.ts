/** Files that hold tools and nothing else: a list of them, an object around one, or one tool a record. */
import type { JSONPath } from 'jsonc-parser';
import type { ApiKey, ApiKind } from '../../corpus/index.ts';
import { eachRecord, type OpenFile, type RecordAdapter, type SourceRecord } from '../adapter.ts';
import { apiFromDeclaration } from '../api-from-declaration.ts';
import type { Dialect, ToolDeclaration } from '../declarations.ts';
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import { report } from '../reasons.ts';
import type { Sink } from '../records.ts';
import { jsonSource } from '../text/json-source.ts';
import { pointer } from '../text/pointer.ts';
import { toolDeclaration } from './tool-declaration.ts';

export interface ToolFormat extends Pick<RecordAdapter, 'name' | 'title' | 'doc' | 'reference'> {
  readonly kind: ApiKind;
  /** In which its tools are declared, where their shape alone leaves it open. */
  readonly dialect?: Dialect;
  readonly confidence: number;
  /** The marks of a tool, for people. */
  readonly marks: string;
  isTool(entry: JsonObject): boolean;
  /** Where the tools of a file belong in the catalogue; null where its name does not tell. */
  placeOf?(path: string): Omit<ApiKey, 'name'> | null;
}

/** A list of tools within a record. */
interface ToolList {
  readonly tools: readonly unknown[];
  readonly path: JSONPath;
  /** Where it is a server's. */
  readonly server: string | null;
  readonly version: string | null;
}

/** Lists that a dump of a server has beside its tools. */
const BESIDE = new Set(['prompts', 'resources', 'resourceTemplates', 'resource_templates']);

export function toolFile(format: ToolFormat): RecordAdapter {
  return {
    name: format.name,
    title: format.title,
    doc: format.doc,
    reference: format.reference,
    yields: ['apis'],
    scope: 'record',
    detect({ records }) {
      const lists = records.map(({ value }) => toolList(value, format));
      const areTools = ({ tools }: ToolList): boolean =>
        tools.length > 0 && tools.slice(0, 50).every((entry) => isObject(entry) && format.isTool(entry));
      return lists.every((list) => list !== null && areTools(list))
        ? { confidence: format.confidence, reason: `every tool has ${format.marks}` }
        : null;
    },
    open: eachRecord((record, file, sink) => {
      const list = toolList(record.value, format);
      const reject = rejecter(file, sink);
      if (list === null) reject('not-of-format', record.position, 'Expected a tool, or a list of tools.', record.raw);
      else if (list.tools.length === 0) reject('no-tools', record.position, 'The list of tools is empty.', record.raw);
      else readTools(list, format, record, file, sink);
    }),
  };
}

/** @returns a function that puts on record what is no tool, or no list of any */
export function rejecter(file: OpenFile, sink: Sink) {
  return (reason: 'not-of-format' | 'no-tools', position: string, message: string, raw: string): void =>
    report(sink, file.path, { severity: 'rejected', reason, position, message, raw });
}

/** @returns null where the record is neither a tool nor an object that holds tools and nothing else */
function toolList(value: unknown, format: ToolFormat): ToolList | null {
  if (Array.isArray(value)) return { tools: value, path: [], server: null, version: null };
  if (!isObject(value)) return null;
  if (value['jsonrpc'] !== undefined && isObject(value['result'])) return within(value['result'], ['result']);
  return format.isTool(value) ? { tools: [value], path: [], server: null, version: null } : within(value, []);
}

function within(value: JsonObject, path: JSONPath): ToolList | null {
  const key = ['tools', 'functions'].find((name) => Array.isArray(value[name]));
  const others = Object.keys(value).filter((name) => name !== key && !BESIDE.has(name));
  if (key === undefined || others.some((name) => arrayOf(value[name]).some(isObject))) return null;
  const server = objectOf(value['serverInfo'] ?? value['server']);
  const name = [server['name'], value['server_name'], value['name'], value['server']].map(textOf).find(Boolean);
  const tools = arrayOf(value[key]);
  return { tools, path: [...path, key], server: name ?? null, version: textOf(server['version']) };
}

function readTools(list: ToolList, format: ToolFormat, record: SourceRecord, file: OpenFile, sink: Sink): void {
  const source = jsonSource(record.raw);
  const isOne = list.path.length === 0 && !Array.isArray(record.value);
  list.tools.forEach((entry, at) => {
    const path = isOne ? [] : [...list.path, at];
    const raw = path.length === 0 ? record.raw : source(path, entry);
    const source_pointer = record.position + pointer(...path);
    const tool = toolDeclaration(entry, raw);
    if (tool === null) rejecter(file, sink)('not-of-format', source_pointer, 'Expected a tool with a name.', raw);
    else
      sink.api(
        apiFromDeclaration(inDialect(tool, format), {
          ...(format.placeOf?.(file.path) ?? { provider: file.source, tool: list.server ?? baseName(file.path) }),
          kind: format.kind,
          title: list.server,
          version: list.version,
          source_file: file.path,
          source_pointer,
          raw_format: 'json',
        }),
      );
  });
}

function inDialect(tool: ToolDeclaration, { dialect }: ToolFormat): ToolDeclaration {
  return dialect === undefined || tool.parameters === null ? tool : { ...tool, dialect };
}

/** @returns the name of a file without folders and extensions */
export function baseName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/(?:\.[a-z0-9]{1,5})+$/i, '') || name;
}
