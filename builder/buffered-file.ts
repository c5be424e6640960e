/** A file that is written through a buffer of its own, which is used again and again. */
import { closeSync, openSync, writeSync } from 'node:fs';

/** Bytes of UTF-8 that one UTF-16 code unit takes at most. */
const MOST_BYTES_OF_UNIT = 3;

export class BufferedFile {
  readonly #fd: number;
  readonly #buffer: Buffer;
  #buffered = 0;
  #flushed = 0;

  /**
   * @param file is made, or made anew
   * @param room bytes that are held before they are written
   */
  constructor(file: string, room: number) {
    this.#fd = openSync(file, 'w');
    this.#buffer = Buffer.allocUnsafeSlow(room);
  }

  /** Bytes of the file so far. */
  get bytes(): number {
    return this.#flushed + this.#buffered;
  }

  write(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    if (bytes.length > this.#buffer.length) return this.#put(bytes);
    this.#buffer.set(bytes, this.#buffered);
    this.#buffered += bytes.length;
  }

  /** Writes a text in UTF-8. */
  writeText(text: string): void {
    // How long it is in UTF-8 need not be found out first where there is room for the longest that it could be.
    const most = text.length * MOST_BYTES_OF_UNIT;
    this.#makeRoom(most);
    if (most > this.#buffer.length) return this.#put(Buffer.from(text));
    this.#buffered += this.#buffer.write(text, this.#buffered);
  }

  close(): void {
    this.#flush();
    closeSync(this.#fd);
  }

  #makeRoom(bytes: number): void {
    if (this.#buffered + bytes > this.#buffer.length) this.#flush();
  }

  #flush(): void {
    this.#put(this.#buffer.subarray(0, this.#buffered));
    this.#buffered = 0;
  }

  #put(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) at += writeSync(this.#fd, bytes, at);
    this.#flushed += bytes.length;
  }
}
