/** A JSON list, taken apart into its elements without holding more than one of them. */
import { gather } from './bytes.ts';
import {
  parseRecord,
  RECORD_LIMIT,
  recordDecoder,
  tooLarge,
  trimJsonSpace,
  type RecordHandler,
  type RecordStream,
} from './record-stream.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const LIST_OPEN = 0x5b;
const LIST_CLOSE = 0x5d;
const OBJECT_OPEN = 0x7b;
const OBJECT_CLOSE = 0x7d;

/**
 * Reads a file whose first character is `[`. An element is what stands between two commas of the list itself, so a
 * broken element costs no other as long as its quotes and brackets are balanced.
 */
export function readJsonList(handler: RecordHandler): RecordStream {
  const elements = elementsOf(handler);
  /** 0 outside the list, 1 between its elements, 2 and more within one. */
  let depth = 0;
  let inString = false;
  let escaped = false;
  /** Where in the chunk begins what no element has yet. */
  let start = 0;
  const structure = (byte: number, at: number, chunk: Uint8Array): void => {
    if (byte === OBJECT_OPEN || byte === LIST_OPEN) {
      depth += 1;
      if (depth !== 1) return;
      elements.open();
    } else if (byte === OBJECT_CLOSE || byte === LIST_CLOSE) {
      depth -= 1;
      if (depth !== 0) return;
      elements.add(chunk.subarray(start, at));
      elements.close();
      // Whatever follows is outside, brackets or not.
      depth = -Infinity;
    } else {
      if (depth !== 1) return;
      elements.add(chunk.subarray(start, at));
      elements.next();
    }
    start = at + 1;
  };
  return {
    push(chunk) {
      start = 0;
      for (let at = 0; at < chunk.length; at += 1) {
        const byte = chunk[at]!;
        if (inString) {
          if (escaped) escaped = false;
          else if (byte === BACKSLASH) escaped = true;
          else if (byte === QUOTE) inString = false;
        } else if (byte === QUOTE) inString = true;
        else if (isStructure(byte)) structure(byte, at, chunk);
      }
      elements.add(chunk.subarray(start));
    },
    end: elements.end,
  };
}

function isStructure(byte: number): boolean {
  return byte === COMMA || byte === OBJECT_OPEN || byte === OBJECT_CLOSE || byte === LIST_OPEN || byte === LIST_CLOSE;
}

interface Elements {
  open(): void;
  /** More bytes of the element that is open, or of what stands outside the list. */
  add(bytes: Uint8Array): void;
  /** A comma: the element is whole, another one must follow. */
  next(): void;
  close(): void;
  end(): void;
}

function elementsOf(handler: RecordHandler): Elements {
  const decode = recordDecoder(handler.problem);
  const held = gather();
  let place: 'before' | 'inside' | 'after' = 'before';
  let index = 0;
  let skipping = false;
  const position = (): string => (place === 'inside' ? `/${index}` : '');
  const reject = (what: string, source: string): void => {
    const message = `Not a JSON list at ${position() || 'its end'}: ${what}.`;
    const raw = handler.text?.(source, position()) ?? source;
    handler.problem({ severity: 'rejected', reason: 'invalid-json', position: position(), message, raw });
  };
  const finish = (isLast: boolean): void => {
    const text = trimJsonSpace(decode(held.take(), position));
    if (text !== '') parseRecord(text, position(), handler);
    else if (!skipping && !(isLast && index === 0)) reject('an element is missing between commas', '');
    skipping = false;
    index += 1;
  };
  return {
    open() {
      held.take();
      place = 'inside';
    },
    add(bytes) {
      if (skipping) return;
      held.add(bytes);
      if (held.length <= RECORD_LIMIT) return;
      handler.problem(tooLarge(position(), held.take(), handler));
      skipping = true;
    },
    next: () => finish(false),
    close() {
      finish(true);
      place = 'after';
    },
    end() {
      const rest = trimJsonSpace(decode(held.take(), position));
      if (place === 'inside') reject('the file ends before the list does', rest);
      else if (rest !== '') reject('text follows it', rest);
    },
  };
}
