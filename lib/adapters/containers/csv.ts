/** CSV and TSV: one record a row, by the names of the first row. Values are text. */
import Papa from 'papaparse';
import { gather } from './bytes.ts';
import {
  RECORD_LIMIT,
  recordDecoder,
  rowRecord,
  tooLarge,
  type RecordHandler,
  type RecordStream,
} from './record-stream.ts';

const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** Bytes of whole rows that are parsed at a time. */
const BATCH_BYTES = 1 << 18;

/** Rows are numbered from 1, the row of names not counted. */
export function readCsv(handler: RecordHandler): RecordStream {
  const decode = recordDecoder(handler.problem);
  const rows = rowReader(handler);
  const held = gather();
  let inQuotes = false;
  let skipping = false;
  const flush = (): void => rows(decode(held.take(), () => 'a row'));
  return {
    push(chunk) {
      if (skipping) return;
      let start = 0;
      for (let at = 0; at < chunk.length; at += 1) {
        const byte = chunk[at]!;
        // A doubled quote toggles twice, which is what it means.
        if (byte === QUOTE) inQuotes = !inQuotes;
        else if (byte === LINE_FEED && !inQuotes && held.length + at - start >= BATCH_BYTES) {
          held.add(chunk.subarray(start, at + 1));
          flush();
          start = at + 1;
        }
      }
      held.add(chunk.subarray(start));
      if (held.length <= RECORD_LIMIT) return;
      handler.problem(tooLarge('', held.take(), handler));
      skipping = true;
    },
    end: flush,
  };
}

/** Parses text of whole rows; the first call's first row has the names, and decides on the delimiter. */
function rowReader(handler: RecordHandler): (text: string) => void {
  let names: readonly string[] | null = null;
  let delimiter = '';
  let row = 0;
  return (text) => {
    if (text === '') return;
    const parsed = Papa.parse<string[]>(withLineFeeds(text), {
      delimiter,
      skipEmptyLines: true,
      newline: text.includes('\n') ? '\n' : '\r',
    });
    delimiter = parsed.meta.delimiter;
    for (const cells of parsed.data) {
      if (names === null) {
        names = distinct(cells);
        continue;
      }
      row += 1;
      hand(cells, names, row, handler);
    }
  };
}

/** Line ends between rows may differ; within quotes they are a value's own. */
function withLineFeeds(text: string): string {
  if (!text.includes('\r\n')) return text;
  return text.replaceAll(/"[^"]*"|\r\n/g, (part) => (part === '\r\n' ? '\n' : part));
}

function hand(cells: readonly string[], names: readonly string[], row: number, handler: RecordHandler): void {
  const position = `row ${row}`;
  if (cells.length > names.length) {
    const message = `The row has ${cells.length} cells, but there are ${names.length} columns.`;
    const source = JSON.stringify(cells);
    const raw = handler.text?.(source, position) ?? source;
    handler.problem({ severity: 'rejected', reason: 'invalid-csv', position, message, raw });
    return;
  }
  rowRecord(Object.fromEntries(cells.map((cell, i) => [names[i]!, cell])), position, handler);
}

/** Names of columns; a repeated one gets a number. */
function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let n = 2; taken.has(own); n += 1) own = `${name}_${n}`;
    taken.add(own);
    return own;
  });
}
