/** One pass over JSON text for what its parsed value cannot tell. */
import { visit } from 'jsonc-parser';
import type { Problem } from '../reasons.ts';
import { InexactNumbers, isExact } from './parsed.ts';
import { pointer } from './pointer.ts';

export interface JsonScan {
  /** Source text of each operation (`/paths/PATH/METHOD`), by pointer; the last where there are several. */
  readonly operations: ReadonlyMap<string, string>;
  readonly lost: readonly { readonly pointer: string; readonly raw: string }[];
  readonly problems: readonly Problem[];
}

interface Span {
  readonly start: number;
  end: number;
}

/** An object or array that is open: the key or index at which the scan is, and the properties so far. */
interface Frame {
  readonly properties: Map<string, Span> | null;
  at: string | number;
}

interface Repeated {
  readonly position: string;
  readonly key: string;
  readonly spans: readonly Span[];
}

/** @param text valid JSON */
export function scanJson(text: string): JsonScan {
  const frames: Frame[] = [];
  const numbers = new InexactNumbers();
  const repeated: Repeated[] = [];
  const operations = new Operations(text);
  const here = (): string => pointer(...frames.map((frame) => frame.at));
  const closeProperty = (offset: number): void => {
    const frame = frames.at(-1);
    const span = frame?.properties?.get(String(frame.at));
    if (span && span.end < 0) span.end = offset;
  };
  visit(text, {
    onObjectBegin: (offset) => {
      operations.open(frames, offset);
      frames.push({ properties: new Map(), at: '' });
    },
    onObjectProperty: (key, offset) => {
      const frame = frames.at(-1)!;
      frame.at = key;
      const span = { start: offset, end: -1 };
      const before = frame.properties!.get(key);
      if (before) repeated.push({ position: here(), key, spans: [before, span] });
      frame.properties!.set(key, span);
    },
    onObjectEnd: (offset, length) => {
      closeProperty(offset);
      frames.pop();
      operations.close(frames, offset + length);
    },
    onArrayBegin: () => void frames.push({ properties: null, at: 0 }),
    onArrayEnd: () => void frames.pop(),
    onLiteralValue: (value, offset, length) => {
      if (typeof value !== 'number' || (length <= 15 && Number.isSafeInteger(value))) return;
      const numeral = text.slice(offset, offset + length);
      if (!isExact(numeral)) numbers.add(numeral, here);
    },
    onSeparator: (character, offset) => {
      if (character !== ',') return;
      closeProperty(offset);
      const frame = frames.at(-1);
      if (frame && typeof frame.at === 'number') frame.at++;
    },
  });
  const problems = [...repeated.map((entry) => repeatedKey(text, entry)), ...numbers.problems()];
  return { operations: operations.last, lost: operations.lost(), problems };
}

function repeatedKey(text: string, { position, key, spans }: Repeated): Problem {
  const raw = spans.map((span) => text.slice(span.start, span.end).trimEnd()).join('\n');
  const message = `The key ${JSON.stringify(key)} is repeated; the last value was taken, both are in the raw text.`;
  return { severity: 'warning', reason: 'duplicate-key', position, message, raw };
}

/** Follows the objects at `/paths/PATH/METHOD`. */
class Operations {
  readonly last = new Map<string, string>();
  readonly #text: string;
  /** Which occurrence of a path's item is the one that counts, by path: offset of its opening brace. */
  readonly #items = new Map<string, number>();
  readonly #all: { pointer: string; path: string; item: number; raw: string }[] = [];
  #item = 0;
  #start = 0;

  constructor(text: string) {
    this.#text = text;
  }

  open(frames: readonly Frame[], offset: number): void {
    if (frames[0]?.at !== 'paths') return;
    if (frames.length === 2) {
      this.#item = offset;
      this.#items.set(String(frames[1]!.at), offset);
    }
    if (frames.length === 3) this.#start = offset;
  }

  close(frames: readonly Frame[], end: number): void {
    if (frames.length !== 3 || frames[0]!.at !== 'paths') return;
    const raw = this.#text.slice(this.#start, end);
    const at = pointer(...frames.map((frame) => frame.at));
    this.#all.push({ pointer: at, path: String(frames[1]!.at), item: this.#item, raw });
    this.last.set(at, raw);
  }

  /** Those that a later one with the same keys, or a later item of the same path, replaced. */
  lost(): { pointer: string; raw: string }[] {
    const taken = new Map(this.#all.filter((o) => this.#items.get(o.path) === o.item).map((o) => [o.pointer, o]));
    return this.#all.filter((operation) => taken.get(operation.pointer) !== operation);
  }
}
