/** Answers requests for the files of one folder: ranges, conditional requests, compression, and nothing outside of it. */
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import send from 'send';
import { CompressedFiles, encodingFor, type Insertion } from './compressed.ts';
import { cacheControl } from './headers.ts';

const HASH_IN_NAME = /\.([0-9a-f]{12})\.parquet$/;

export interface FolderOptions {
  /** Whether `folder/` is answered with `folder/index.html`. */
  readonly pages: boolean;
  /** What is written into pages for clients that take compressed ones, as all browsers do. */
  readonly insertion?: Insertion;
}

export class Folder {
  readonly #root: string;
  readonly #pages: boolean;
  readonly #compressed: CompressedFiles;

  /** @param root the folder's real path */
  constructor(root: string, { pages, insertion }: FolderOptions) {
    this.#root = root;
    this.#pages = pages;
    this.#compressed = new CompressedFiles(insertion);
  }

  /**
   * @param pathname decoded path within the folder, beginning with a slash
   * @returns whether there was such a file; if not, nothing has been sent
   */
  async answer(request: IncomingMessage, response: ServerResponse, pathname: string, status = 200): Promise<boolean> {
    const file = await this.#find(pathname);
    if (file === 'folder') return this.#pages && redirect(request, response);
    if (file === null) return false;
    response.setHeader('Cache-Control', cacheControl(pathname));
    const encoding = encodingFor(request, file);
    const compressed = encoding === null ? null : await this.#compressed.get(file, encoding);
    response.setHeader('Vary', 'Accept-Encoding');
    if (compressed !== null) {
      const type = typeOf(file);
      if (status === 200 && request.headers['if-none-match'] === compressed.etag)
        response.writeHead(304, { ETag: compressed.etag }).end();
      else {
        const { body, etag } = compressed;
        const headers = {
          'Content-Type': type,
          'Content-Encoding': compressed.encoding,
          'Content-Length': body.length,
          ETag: etag,
        };
        response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
      }
      return true;
    }
    return this.#send(request, response, file, status);
  }

  /** Compresses files before anybody asks for them, one after another. */
  async warm(pathnames: readonly string[]): Promise<void> {
    for (const pathname of pathnames) {
      const file = await this.#find(pathname);
      if (file !== null && file !== 'folder') await this.#compressed.get(file, 'br');
    }
  }

  #send(request: IncomingMessage, response: ServerResponse, file: string, status: number): Promise<boolean> {
    const hash = HASH_IN_NAME.exec(file)?.[1];
    if (hash !== undefined) response.setHeader('ETag', `"${hash}"`);
    response.statusCode = status;
    const relative = path.relative(this.#root, file).split(path.sep).map(encodeURIComponent).join('/');
    return new Promise((resolve) => {
      const stream = send(request, `/${relative}`, {
        root: this.#root,
        index: false,
        dotfiles: 'deny',
        cacheControl: false,
      });
      stream.on('error', (error: { status?: number; headers?: Record<string, string> }) => {
        const code = error.status ?? 500;
        // 416 tells the client how long the file is.
        for (const [name, value] of Object.entries(error.headers ?? {})) response.setHeader(name, value);
        response.removeHeader('ETag');
        if (code === 404) resolve(false);
        else resolve((response.writeHead(code).end(), true));
      });
      response.once('close', () => resolve(true));
      stream.pipe(response);
    });
  }

  /** @returns the real path of a file within the root, wherever links lead; null where there is none */
  async #find(pathname: string): Promise<string | 'folder' | null> {
    if (pathname.includes('\0') || pathname.split('/').some((part) => part.startsWith('.'))) return null;
    const wanted = path.join(this.#root, pathname.endsWith('/') && this.#pages ? `${pathname}index.html` : pathname);
    try {
      const real = await realpath(wanted);
      if (real !== this.#root && !real.startsWith(this.#root + path.sep)) return null;
      return (await stat(real)).isDirectory() ? 'folder' : real;
    } catch {
      return null;
    }
  }
}

/** A page's address ends in a slash; what was asked for is kept. */
function redirect(request: IncomingMessage, response: ServerResponse): boolean {
  const url = new URL(request.url ?? '/', 'http://localhost');
  // One leading slash only: "//host" would lead to another host.
  const target = `/${url.pathname.replace(/^\/+/, '')}/${url.search}`;
  response.writeHead(308, { Location: target, 'Content-Length': 0 }).end();
  return true;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
  '.webmanifest': 'application/manifest+json',
};

function typeOf(file: string): string {
  return TYPES[path.extname(file)] ?? 'application/octet-stream';
}
