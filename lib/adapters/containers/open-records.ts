/** From the bytes of a file, in pieces, to its records. */
import type { Container } from '../adapter.ts';
import { gather } from './bytes.ts';
import { readCsv } from './csv.ts';
import { readJsonLines } from './json-lines.ts';
import { readJsonList } from './json-list.ts';
import type { RecordHandler, RecordStream } from './record-stream.ts';
import { markedEncoding } from './sniff.ts';
import { readJsonValue, readText, readYaml } from './whole-file.ts';

/** Containers that are read from beginning to end; Parquet is read from its end. */
export type StreamedContainer = Exclude<Container, 'parquet'>;

const READERS: Readonly<Record<StreamedContainer, (handler: RecordHandler) => RecordStream>> = {
  json: readJsonValue,
  'json-list': readJsonList,
  jsonl: readJsonLines,
  yaml: readYaml,
  csv: readCsv,
  text: readText,
};

const UTF8_MARK = [0xef, 0xbb, 0xbf];

/**
 * Opens a file that is pushed in pieces.
 * @param firstLine where a JSONL file was cut: the number of the first line that is pushed
 */
export function openRecords(container: StreamedContainer, handler: RecordHandler, firstLine = 1): RecordStream {
  if (container === 'jsonl' && firstLine > 1) return readJsonLines(handler, firstLine);
  return withoutMark(READERS[container](handler), handler);
}

/** Takes a byte order mark away and tells of it; UTF-16 becomes UTF-8. */
function withoutMark(stream: RecordStream, handler: RecordHandler): RecordStream {
  const held = gather();
  let push: RecordStream['push'] | null = null;
  const begin = (): void => {
    const first = held.take();
    push = afterMark(first, stream, handler);
  };
  return {
    push(chunk) {
      if (push !== null) return push(chunk);
      held.add(chunk);
      if (held.length >= UTF8_MARK.length) begin();
    },
    end() {
      if (push === null) begin();
      stream.end();
    },
  };
}

/** Pushes what comes after the mark. @returns what pushes the rest of the file */
function afterMark(first: Uint8Array, stream: RecordStream, handler: RecordHandler): RecordStream['push'] {
  const tell = (reason: 'wrong-encoding' | 'byte-order-mark', message: string): void =>
    handler.problem({ severity: 'warning', reason, position: 'byte 0', message, raw: null });
  const encoding = markedEncoding(first);
  if (encoding === null) {
    const isMarked = UTF8_MARK.every((byte, i) => first[i] === byte);
    if (isMarked) tell('byte-order-mark', 'The file begins with a byte order mark (EF BB BF), which was left out.');
    stream.push(isMarked ? first.subarray(UTF8_MARK.length) : first);
    return stream.push;
  }
  tell('wrong-encoding', `The file is not UTF-8; it was read as ${encoding}.`);
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  const push = (bytes: Uint8Array): void => stream.push(encoder.encode(decoder.decode(bytes, { stream: true })));
  push(first);
  return push;
}
