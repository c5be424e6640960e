/** Bundles the harness and serves it beside a corpus and the engine's files. */
import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/**
 * @param corpus folder of a corpus, served at /corpus/
 * @param port port on localhost
 * @returns the running server
 */
export async function serveBareEngine(corpus: string, port: number): Promise<Server> {
  const bundle = await build({
    entryPoints: [join(import.meta.dirname, 'harness.ts')],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    if (path === '/') {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>bare engine</title><script type="module" src="/harness.js"></script>');
    } else if (path === '/harness.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    } else {
      const file = path.startsWith('/corpus/') ? join(corpus, path.slice(8)) : join(root, 'public', path);
      const type = file.endsWith('.wasm')
        ? 'application/wasm'
        : file.endsWith('.js')
          ? 'text/javascript'
          : 'application/octet-stream';
      readFile(file).then(
        (body) => response.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body),
        () => response.writeHead(404).end(),
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(port, resolve));
  return server;
}
