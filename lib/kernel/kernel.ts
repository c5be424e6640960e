/**
 * The inner loops over text in WebAssembly (assembly/; docs/decisions/kernel.md). Pieces of text are handed to it; what it says of
 * places is in UTF-16 code units from the beginning of the piece.
 */
import { KERNEL_CODE } from './code.ts';

/** What assembly/index.ts exports; its documentation stands there. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly textAt: WebAssembly.Global<'i32'>;
  readonly pieceUnits: WebAssembly.Global<'i32'>;
  readonly termsAt: WebAssembly.Global<'i32'>;
  readonly escapedAt: WebAssembly.Global<'i32'>;
  readonly leastAt: WebAssembly.Global<'i32'>;
  readonly bins: WebAssembly.Global<'i32'>;
  readonly longestWord: WebAssembly.Global<'i32'>;
  begin(length: number, goesOn: boolean): void;
  endOfTokenWord(from: number): number;
  countTokens(from: number, length: number): number;
  tokens(): number;
  addTokenWord(from: number, to: number, count: number): void;
  endOfIdentifier(from: number): number;
  listTerms(from: number, length: number, least: number): number;
  terms(): number;
  addIdentifier(from: number, to: number, count: number): void;
  clearIdentifiers(): void;
  escape(length: number): number;
  beginSketch(): void;
  sketchWords(from: number, length: number): number;
  sketchWord(from: number, to: number): void;
  sketchHash(hash: number): void;
  sketchedWords(): number;
  mix(value: number): number;
}

type Hidden =
  | 'memory'
  | 'textAt'
  | 'pieceUnits'
  | 'termsAt'
  | 'escapedAt'
  | 'leastAt'
  | 'bins'
  | 'longestWord'
  | 'begin'
  | 'escape';

/** Functions over one piece of text and two dictionaries: of token words, and of identifiers with the numbers of their terms. */
export interface Kernel extends Omit<Exports, Hidden> {
  /** Units of a word that a dictionary can hold; longer ones hardly ever occur twice. */
  readonly longestWord: number;
  /** Numbers of terms that were found in a piece, or that an identifier is added with. */
  readonly foundTerms: Uint32Array;
  /** Least value of each bin of the sketch; all ones where there is none. */
  readonly leastOfBins: Uint32Array;
  /**
   * Puts a piece of a text in.
   * @param from where it begins
   * @returns units of it: as many as the text has from there, or as a piece may have
   */
  takePiece(text: string, from: number): number;
  /**
   * Writes a text as it stands between the quotes of a JSON string, in UTF-8. Half of a surrogate pair becomes U+FFFD.
   * @param write told the bytes, piece by piece; they are valid during the call only
   */
  escapeJson(text: string, write: (bytes: Uint8Array) => void): void;
}

const code = new WebAssembly.Module(Uint8Array.from(atob(KERNEL_CODE), (char) => char.charCodeAt(0)));
const utf8 = new TextEncoder();

/** Stands for each unit that is not ASCII. */
const WIDE_UNIT = 0x80;

/** @returns a kernel whose dictionaries are empty */
export function openKernel(): Kernel {
  const exported = new WebAssembly.Instance(code).exports as unknown as Exports;
  const { buffer } = exported.memory;
  const pieceUnits: number = exported.pieceUnits.value;
  const piece = new Uint8Array(buffer, exported.textAt.value, pieceUnits);
  const escaped = exported.escapedAt.value;
  return {
    ...exported,
    longestWord: exported.longestWord.value,
    foundTerms: new Uint32Array(buffer, exported.termsAt.value, pieceUnits),
    leastOfBins: new Uint32Array(buffer, exported.leastAt.value, exported.bins.value),
    takePiece(text, from) {
      const rest = text.length - from;
      const length = Math.min(rest, pieceUnits);
      const part = length === text.length ? text : text.slice(from, from + length);
      const { read, written } = utf8.encodeInto(part, piece);
      // Fewer or more where a unit is not a byte.
      if (read !== length || written !== length) {
        for (let i = 0; i < length; i++) {
          const unit = part.charCodeAt(i);
          piece[i] = unit < WIDE_UNIT ? unit : WIDE_UNIT;
        }
      }
      exported.begin(length, length < rest);
      return length;
    },
    escapeJson(text, write) {
      for (let from = 0; from < text.length;) {
        const { read, written } = utf8.encodeInto(from === 0 ? text : text.slice(from), piece);
        write(new Uint8Array(buffer, escaped, exported.escape(written)));
        from += read;
      }
    },
  };
}

/** The kernel of this thread. */
export const kernel = openKernel();
