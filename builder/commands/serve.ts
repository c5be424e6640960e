/** `forge serve DIR...`: the exported application and any number of corpora, on one static server. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { BuildError, messageOf, UsageError } from '../faults.ts';
import { openCorpus } from '../open-corpus.ts';
import type { Insertion } from '../serve/compressed.ts';
import { Folder } from '../serve/files.ts';
import { slug } from '../sources/imported.ts';
import { CORS, SECURITY } from '../serve/headers.ts';

export interface ServeCommand {
  /** Folders of corpora; the first is open when an address names none. */
  readonly corpora: readonly string[];
  readonly app: string;
  readonly port: number;
  readonly host: string;
}

export interface Serving {
  readonly url: string;
  readonly server: Server;
  /** Settles when the server has been closed. */
  readonly closed: Promise<void>;
}

/** The largest file of the application. */
const ENGINE = '/engine/duckdb-eh.wasm';

/**
 * Starts a server.
 * @throws UsageError where a folder has no corpus.json or there is no exported application
 * @throws BuildError where the port is taken
 */
export async function serve({ corpora, app, port, host }: ServeCommand): Promise<Serving> {
  if (!existsSync(path.join(app, 'index.html'))) {
    throw new UsageError(
      `${app} holds no exported application (no index.html). Run "npm run build", or say where it is with --app.`,
    );
  }
  const shelf = openShelf(corpora);
  const site = new Folder(realpathSync(app), { pages: true, insertion: listInPages(shelf.list) });
  const server = createServer((request, response) => {
    answer(request, response, site, shelf).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await listen(server, port, host);
  void site.warm([...sharedCode(app), ENGINE]);
  const closed = new Promise<void>((resolve) => server.once('close', resolve));
  const { port: bound } = server.address() as AddressInfo;
  return { url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${bound}`, server, closed };
}

interface Shelf {
  readonly list: string;
  readonly folders: ReadonlyMap<string, Folder>;
}

/** A corpus has the name of its folder; one that cannot be read is served all the same, and the page says what is wrong. */
function openShelf(dirs: readonly string[]): Shelf {
  const folders = new Map<string, Folder>();
  const entries = dirs.map((dir) => {
    if (!existsSync(path.join(dir, 'corpus.json')))
      throw new UsageError(`${dir} is not a corpus: it has no corpus.json.`);
    const own = slug(path.basename(path.resolve(dir)));
    let name = own;
    for (let n = 2; folders.has(name); n++) name = `${own}-${n}`;
    folders.set(name, new Folder(realpathSync(dir), { pages: false }));
    return { name, title: titleOf(dir) ?? name, url: `/corpora/${name}/` };
  });
  return { list: JSON.stringify({ corpora: entries }), folders };
}

/** The list stands in every page: asking for it costs a round trip, before which nothing of a corpus can be asked for. */
function listInPages(list: string): Insertion {
  const content = list.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const meta = `<meta name="corpora" content="${content}"/>`;
  return {
    tag: createHash('sha256').update(list).digest('hex').slice(0, 8),
    // After the declaration of the encoding, which a browser looks for in the first kilobyte only.
    into: (html) => html.replace(/<head>(<meta charSet="utf-8"\/>)?/, (head) => head + meta),
  };
}

/** @returns what every page loads, by the first one */
function sharedCode(app: string): string[] {
  const html = readFileSync(path.join(app, 'index.html'), 'utf8');
  return [...html.matchAll(/<script src="([^"]+)" async="">/g)].map(([, file]) => file ?? '');
}

function titleOf(dir: string): string | null {
  try {
    return openCorpus(dir).title;
  } catch (error) {
    process.stderr.write(`forge: ${messageOf(error)}\n`);
    return null;
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is taken by another program. Stop it, or choose another port (--port, or PORT for npm start).`;
      reject(
        new BuildError(error.code === 'EADDRINUSE' ? taken : `Cannot listen on ${host}:${port}: ${error.message}`),
      );
    });
    server.listen(port, host, resolve);
  });
}

async function answer(request: IncomingMessage, response: ServerResponse, site: Folder, shelf: Shelf): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY)) response.setHeader(name, value);
  const pathname = decoded(request.url ?? '/');
  if (pathname === null) return void response.writeHead(400).end();
  const isCorpus = pathname === '/corpora.json' || pathname.startsWith('/corpora/');
  if (isCorpus) for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
  if (request.method === 'OPTIONS') return void response.writeHead(204).end();
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return void response.writeHead(405, { Allow: 'GET, HEAD, OPTIONS' }).end();
  if (pathname === '/corpora.json') return sendList(request, response, shelf.list);
  const found = isCorpus
    ? await answerCorpus(request, response, pathname, shelf)
    : await site.answer(request, response, pathname);
  if (!found) await notFound(request, response, isCorpus ? null : site);
}

async function answerCorpus(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  { folders }: Shelf,
): Promise<boolean> {
  const [, name, rest] = /^\/corpora\/([^/]+)(\/.+)$/.exec(pathname) ?? [];
  const folder = name === undefined ? undefined : folders.get(name);
  return folder !== undefined && folder.answer(request, response, rest!);
}

function sendList(request: IncomingMessage, response: ServerResponse, list: string): void {
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(list),
    'Cache-Control': 'no-cache',
  };
  response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : list);
}

async function notFound(request: IncomingMessage, response: ServerResponse, site: Folder | null): Promise<void> {
  if (site !== null && (await site.answer(request, response, '/404.html', 404))) return;
  response.setHeader('Cache-Control', 'no-cache');
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
}

/** @returns the decoded path of a request, without its query; null where it is malformed */
function decoded(url: string): string | null {
  try {
    const pathname = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    return pathname.startsWith('/') ? pathname : null;
  } catch {
    return null;
  }
}
