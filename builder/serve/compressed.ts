/** Compressed copies of files, made once and kept in memory. */
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

type Encoding = 'br' | 'gzip';

export interface CompressedFile {
  readonly body: Buffer;
  readonly encoding: Encoding;
  readonly etag: string;
}

/** Types that gain from it; Parquet is compressed already, and is read by ranges of its own bytes. */
const WORTHWHILE = /\.(html|js|mjs|css|json|svg|txt|wasm|map|xml|webmanifest)$/;

const LEAST_BYTES = 1_024;

/** Quality 6 makes 18 MB of WebAssembly smaller than gzip does, in about a second; 11 would take most of a minute. */
const BROTLI_QUALITY = 6;

const compress: Record<Encoding, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes) => promisify(gzip)(bytes),
};

/** @returns the best encoding that the client takes, or null; a request for a range is answered with plain bytes */
export function encodingFor(request: IncomingMessage, file: string): Encoding | null {
  if (request.headers.range !== undefined || !WORTHWHILE.test(file)) return null;
  const accepted = String(request.headers['accept-encoding'] ?? '')
    .split(',')
    .map((entry) => entry.trim().split(';'))
    .filter(([, weight]) => !/^\s*q=0(\.0*)?$/.test(weight ?? ''))
    .map(([name]) => name);
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding)) ?? null;
}

/** What a server writes into a page. */
export interface Insertion {
  /** Short, and another one where another text is inserted. */
  readonly tag: string;
  readonly into: (html: string) => string;
}

/** Compressed files of one server. A file that changes is compressed again. */
export class CompressedFiles {
  readonly #made = new Map<string, Promise<CompressedFile>>();
  readonly #insertion: Insertion | null;

  constructor(insertion: Insertion | null = null) {
    this.#insertion = insertion;
  }

  /** @returns the compressed file, or null where it is too small to be worth it */
  async get(file: string, encoding: Encoding): Promise<CompressedFile | null> {
    const { size, mtimeMs } = await stat(file);
    if (size < LEAST_BYTES) return null;
    const insertion = file.endsWith('.html') ? this.#insertion : null;
    const version = [size.toString(16), Math.round(mtimeMs).toString(16), ...(insertion ? [insertion.tag] : [])];
    const etag = `W/"${version.join('-')}-${encoding}"`;
    const key = `${file}\n${etag}`;
    let made = this.#made.get(key);
    if (made === undefined) {
      made = readFile(file).then(async (bytes) => {
        const whole = insertion === null ? bytes : Buffer.from(insertion.into(bytes.toString()));
        return { body: await compress[encoding](whole), encoding, etag };
      });
      this.#made.set(key, made);
      made.catch(() => this.#made.delete(key));
    }
    return made;
  }
}
