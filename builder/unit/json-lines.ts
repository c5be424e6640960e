/** A file of JSON Lines, made for rows that are long texts for the most part: these are escaped by the kernel. */
import { kernel } from '../../lib/kernel/kernel.ts';
import { BufferedFile } from '../buffered-file.ts';

const BUFFER_BYTES = 1 << 20;
/** From so many units on, it is worth the call to have a text escaped by the kernel. */
const LONG_TEXT = 48;

/** A text that JSON has as it is: printable ASCII without quotes and backslashes. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** What JSON.stringify makes of half of a surrogate pair, and perhaps of harmless text. */
const loneSurrogateEscape = /\\ud[89a-f]/;

/** Memory is bounded by BUFFER_BYTES and the longest value that is not a text. */
export class JsonLines {
  /** Rows are written to it at once: lines that wait as strings would outlive the young generation. */
  readonly #file: BufferedFile;
  /** What has been written of the line since its last long text. */
  #pending = '';
  #isRepaired = false;

  constructor(file: string) {
    this.#file = new BufferedFile(file, BUFFER_BYTES);
  }

  /** Bytes of all lines so far. */
  get bytes(): number {
    return this.#file.bytes;
  }

  /**
   * Writes a line: an object of the properties of both that are neither null nor undefined.
   * @returns whether some text was malformed Unicode, in whose place U+FFFD stands
   */
  write(head: object, row: object): boolean {
    this.#isRepaired = false;
    this.#pending = '{';
    const isEmpty = this.#properties(head, true);
    this.#properties(row, isEmpty);
    this.#pending += '}\n';
    this.#flushPending();
    return this.#isRepaired;
  }

  close(): void {
    this.#file.close();
  }

  /** @returns whether the object has no property so far */
  #properties(of: object, isEmpty: boolean): boolean {
    let none = isEmpty;
    for (const name in of) {
      const value = of[name as keyof object] as unknown;
      if (value === null || value === undefined) continue;
      this.#pending += `${none ? '' : ','}"${name}":`;
      none = false;
      if (typeof value === 'string' && value.length >= LONG_TEXT) this.#longText(value);
      else this.#pending += this.#json(value);
    }
    return none;
  }

  #longText(text: string): void {
    if (!text.isWellFormed()) this.#isRepaired = true;
    this.#pending += '"';
    this.#flushPending();
    kernel.escapeJson(text, this.#add);
    this.#pending = '"';
  }

  #json(value: unknown): string {
    if (typeof value === 'string' && PLAIN.test(value)) return `"${value}"`;
    if (Array.isArray(value) && value.length === 0) return '[]';
    const json = JSON.stringify(value);
    if (!loneSurrogateEscape.test(json) || !hasLoneSurrogate(value)) return json;
    this.#isRepaired = true;
    return JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? part.toWellFormed() : part));
  }

  #flushPending(): void {
    this.#file.writeText(this.#pending);
    this.#pending = '';
  }

  readonly #add = (bytes: Uint8Array): void => this.#file.write(bytes);
}

function hasLoneSurrogate(value: unknown): boolean {
  if (typeof value === 'string') return !value.isWellFormed();
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(hasLoneSurrogate);
}
