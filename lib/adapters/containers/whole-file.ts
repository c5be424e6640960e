/** Containers that are read whole: a JSON value, YAML documents, text. */
import { parseAllDocuments, type Document } from 'yaml';
import { messageOf } from '../reasons.ts';
import { parseJson } from '../text/json.ts';
import { lineColumn, neighbourhood } from '../text/parsed.ts';
import { gather } from './bytes.ts';
import {
  RECORD_LIMIT,
  recordDecoder,
  tooLarge,
  trimJsonSpace,
  type RecordHandler,
  type RecordStream,
} from './record-stream.ts';

/** Nodes that the aliases of a YAML document stand for at most. */
const MAX_ALIAS_COUNT = 10_000;

/** One JSON value; its text is the whole file. */
export function readJsonValue(handler: RecordHandler): RecordStream {
  return wholeFile(handler, (text) => {
    if (trimJsonSpace(text) === '') return;
    try {
      handler.record({ position: '', value: JSON.parse(text), raw: text });
    } catch {
      // The slower parser knows where the text is broken.
      const parsed = parseJson(text);
      if ('failure' in parsed) handler.problem(parsed.failure);
    }
  });
}

/** YAML documents; the position of one among several is its index as a JSON pointer. */
export function readYaml(handler: RecordHandler): RecordStream {
  return wholeFile(handler, (text) => {
    const parsed = parseAllDocuments(text, {
      version: '1.2',
      merge: true,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    const documents: readonly Document[] = Array.isArray(parsed) ? parsed : [];
    const filled = documents.filter(({ contents }) => contents !== null);
    filled.forEach((document, i) => yamlRecord(document, text, filled.length === 1 ? '' : `/${i}`, handler));
  });
}

function yamlRecord(document: Document, text: string, position: string, handler: RecordHandler): void {
  const [start, , end] = document.range ?? [0, 0, text.length];
  const reject = (offset: number, what: string): void => {
    const place = lineColumn(text, offset);
    const message = `Not YAML at line:column ${place}: ${what.replaceAll(/\s+/g, ' ')}`;
    const raw = neighbourhood(text, offset);
    handler.problem({ severity: 'rejected', reason: 'invalid-yaml', position: place, message, raw });
  };
  const error = document.errors[0];
  if (error) return reject(error.pos[0], error.message);
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIAS_COUNT });
    handler.record({ position, value, raw: text.slice(start, end) });
  } catch (thrown) {
    reject(start, messageOf(thrown));
  }
}

/** Text as it is. */
export function readText(handler: RecordHandler): RecordStream {
  return wholeFile(handler, (text) => {
    if (text.trim() !== '') handler.record({ position: '', value: text, raw: text });
  });
}

function wholeFile(handler: RecordHandler, read: (text: string) => void): RecordStream {
  const decode = recordDecoder(handler.problem);
  const held = gather();
  let skipping = false;
  return {
    push(chunk) {
      if (skipping) return;
      held.add(chunk);
      if (held.length <= RECORD_LIMIT) return;
      handler.problem(tooLarge('', held.take(), handler));
      skipping = true;
    },
    end() {
      if (skipping) return;
      const text = decode(held.take(), () => 'byte 0');
      read(handler.text?.(text, '') ?? text);
    },
  };
}
