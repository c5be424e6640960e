/** JSONL: one JSON value a line. A broken line is a reject, and reading goes on. */
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

const LINE_FEED = 0x0a;

/**
 * @param handler told of each line that is not blank
 * @param firstLine number of the first line, where the file was cut
 */
export function readJsonLines(handler: RecordHandler, firstLine = 1): RecordStream {
  const decode = recordDecoder(handler.problem);
  const held = gather();
  let line = firstLine;
  let skipping = false;
  const position = (): string => `line ${line}`;
  const take = (bytes: Uint8Array): void => {
    const text = trimJsonSpace(decode(bytes, position));
    if (text !== '') parseRecord(text, position(), handler);
  };
  const hold = (bytes: Uint8Array): void => {
    if (skipping) return;
    held.add(bytes);
    if (held.length <= RECORD_LIMIT) return;
    handler.problem(tooLarge(position(), held.take(), handler));
    skipping = true;
  };
  const endLine = (rest: Uint8Array): void => {
    if (held.length > 0) hold(rest);
    if (!skipping) take(held.length > 0 ? held.take() : rest);
    skipping = false;
    line += 1;
  };
  return {
    push(chunk) {
      let start = 0;
      for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
        endLine(chunk.subarray(start, end));
        start = end + 1;
      }
      hold(chunk.subarray(start));
    },
    end() {
      if (held.length > 0) take(held.take());
    },
  };
}
