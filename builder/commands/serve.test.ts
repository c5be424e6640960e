import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Serving } from './serve.ts';

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const bytes = Buffer.from(Array.from({ length: 5_000 }, (_, i) => i % 251));
const SHARD = 'apis-000.0123456789ab.parquet';
const page = `<!doctype html><title>Home</title>${'<p>text</p>'.repeat(500)}`;

let root: string;
let serving: Serving;
let port: number;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'forge-serve-'));
  const app = path.join(root, 'app');
  mkdirSync(path.join(app, 'apis'), { recursive: true });
  mkdirSync(path.join(app, '_next/static'), { recursive: true });
  writeFileSync(path.join(app, 'index.html'), page);
  writeFileSync(path.join(app, '404.html'), '<title>No such page</title>');
  writeFileSync(path.join(app, 'apis/index.html'), '<title>APIs</title>');
  writeFileSync(path.join(app, '_next/static/a.js'), `/* ${'x'.repeat(2_000)} */`);
  mkdirSync(path.join(app, 'mixture'));
  writeFileSync(path.join(app, 'mixture/index.html'), `<html><head><meta charSet="utf-8"/></head>${page}</html>`);
  writeFileSync(path.join(app, '.secret'), 'secret');
  writeFileSync(path.join(root, 'outside.txt'), 'outside');
  symlinkSync(path.join(root, 'outside.txt'), path.join(app, 'link.txt'));
  for (const name of ['one', 'broken']) mkdirSync(path.join(root, name));
  writeFileSync(path.join(root, 'one/corpus.json'), '{"format":"forge-corpus","version":99}');
  writeFileSync(path.join(root, 'one', SHARD), bytes);
  writeFileSync(path.join(root, 'broken/corpus.json'), 'no json');
  serving = await serve({
    corpora: [path.join(root, 'one'), path.join(root, 'broken')],
    app,
    port: 0,
    host: '127.0.0.1',
  });
  port = (serving.server.address() as AddressInfo).port;
});

afterAll(() => {
  serving.server.close();
  rmSync(root, { recursive: true, force: true });
});

/** Sends a path exactly as given: fetch would tidy up `..` before it is sent. */
function ask(pathname: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ port, host: '127.0.0.1', path: pathname, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

const shard = `/corpora/one/${SHARD}`;

describe('ranges', () => {
  it.each([
    ['bytes=0-9', 'bytes 0-9/5000', bytes.subarray(0, 10)],
    ['bytes=4990-', 'bytes 4990-4999/5000', bytes.subarray(4990)],
    ['bytes=-8', 'bytes 4992-4999/5000', bytes.subarray(4992)],
    ['bytes=0-0', 'bytes 0-0/5000', bytes.subarray(0, 1)],
    ['bytes=4000-9000', 'bytes 4000-4999/5000', bytes.subarray(4000)],
  ])('answers %s with that part', async (range, contentRange, part) => {
    const { status, headers, body } = await ask(shard, { range });
    expect([status, headers['content-range'], headers['content-length']]).toEqual([
      206,
      contentRange,
      String(part.length),
    ]);
    expect(body.equals(part)).toBe(true);
  });

  it('says how long the file is when a range lies beyond its end', async () => {
    const { status, headers } = await ask(shard, { range: 'bytes=5000-' });
    expect([status, headers['content-range']]).toEqual([416, 'bytes */5000']);
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  it('answers HEAD with the length and no body', async () => {
    const { status, headers, body } = await ask(shard, {}, 'HEAD');
    expect([status, headers['content-length'], headers['accept-ranges'], body.length]).toEqual([
      200,
      '5000',
      'bytes',
      0,
    ]);
  });

  it('sends the whole file if the range is of another version of it', async () => {
    const { status, body } = await ask(shard, { range: 'bytes=0-9', 'if-range': '"another"' });
    expect([status, body.length]).toEqual([200, 5000]);
  });

  it('never compresses a shard', async () => {
    const { headers, body } = await ask(shard, { 'accept-encoding': 'br, gzip' });
    expect([headers['content-encoding'], body.length]).toEqual([undefined, 5000]);
  });
});

describe('caching', () => {
  it('keeps hashed files for ever and asks again for the others', async () => {
    expect((await ask(shard)).headers['cache-control']).toContain('immutable');
    expect((await ask('/_next/static/a.js')).headers['cache-control']).toContain('immutable');
    expect((await ask('/')).headers['cache-control']).toBe('no-cache');
    expect((await ask('/corpora/one/corpus.json')).headers['cache-control']).toBe('no-cache');
  });

  it('answers 304 to its own ETag, compressed or not', async () => {
    for (const encoding of ['identity', 'br', 'gzip']) {
      const first = await ask('/', { 'accept-encoding': encoding });
      const again = await ask('/', { 'accept-encoding': encoding, 'if-none-match': first.headers.etag! });
      expect([first.status, again.status, again.body.length]).toEqual([200, 304, 0]);
    }
    expect((await ask(shard)).headers.etag).toBe('"0123456789ab"');
  });

  it('compresses text as the client likes it', async () => {
    const brotli = await ask('/', { 'accept-encoding': 'gzip, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(page);
    const gzip = await ask('/', { 'accept-encoding': 'gzip, br;q=0' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body).toString()).toBe(page);
    expect(brotli.headers.vary).toContain('Accept-Encoding');
    expect((await ask('/')).body.toString()).toBe(page);
  });
});

const served = async (pathname: string) => {
  const { body, headers } = await ask(pathname, { 'accept-encoding': 'br' });
  return { html: brotliDecompressSync(body).toString(), etag: headers.etag };
};

describe('pages', () => {
  it('hold the list of corpora, behind the declaration of their encoding', async () => {
    const { html } = await served('/mixture/');
    const [, content = ''] = /<head><meta charSet="utf-8"\/><meta name="corpora" content="([^"]*)"\/>/.exec(html) ?? [];
    const list = content.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
    expect(list).toBe((await ask('/corpora.json')).body.toString());
  });

  it('are other ones where other corpora are served', async () => {
    const { etag } = await served('/mixture/');
    const app = path.join(root, 'app');
    const other = await serve({ corpora: [path.join(root, 'one')], app, port: 0, host: '127.0.0.1' });
    const { headers } = await fetch(`${other.url}/mixture/`, { headers: { 'accept-encoding': 'br' } });
    other.server.close();
    expect(headers.get('etag')).not.toBe(etag);
  });
});

describe('addresses', () => {
  it('lists corpora by folder, also those that cannot be read', async () => {
    const { body } = await ask('/corpora.json');
    expect(JSON.parse(body.toString())).toEqual({
      corpora: [
        { name: 'one', title: 'one', url: '/corpora/one/' },
        { name: 'broken', title: 'broken', url: '/corpora/broken/' },
      ],
    });
  });

  it('keeps the query when it adds the slash of a page', async () => {
    const { status, headers } = await ask('/apis?q=a%20b');
    expect([status, headers.location]).toEqual([308, '/apis/?q=a%20b']);
    expect((await ask('/apis/?q=1')).body.toString()).toContain('APIs');
  });

  it.each([
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/link.txt',
    '/.secret',
    '/corpora/one/../../outside.txt',
    '/corpora/one/%2e%2e%2f%2e%2e%2foutside.txt',
    '/corpora/none/corpus.json',
    '/corpora/one/',
    '/%00',
    '/nothing',
  ])('does not hand out %s', async (address) => {
    const { status, body } = await ask(address);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain('outside');
    expect(body.toString()).not.toContain('secret');
  });

  it('answers unknown pages with the application’s own, and malformed ones with 400', async () => {
    expect((await ask('/nothing')).body.toString()).toContain('No such page');
    expect((await ask('/%zz')).status).toBe(400);
  });

  it('is not led to another host by a doubled slash', async () => {
    expect((await ask('//evil.example/..')).headers.location).toBeUndefined();
  });
});

describe('headers', () => {
  it('lets any origin read a corpus', async () => {
    const { headers } = await ask(shard, { origin: 'https://elsewhere.example' });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-expose-headers']).toContain('Content-Range');
    const preflight = await ask(shard, { 'access-control-request-headers': 'range' }, 'OPTIONS');
    expect([preflight.status, preflight.headers['access-control-allow-headers']]).toEqual([
      204,
      expect.stringContaining('Range'),
    ]);
  });

  it('forbids scripts of other hosts', async () => {
    const policy = String((await ask('/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*https?:/);
  });

  it('allows reading only', async () => {
    expect((await ask(shard, {}, 'DELETE')).status).toBe(405);
    expect(readFileSync(path.join(root, 'one', SHARD)).length).toBe(5000);
  });
});

describe('starting', () => {
  it('says that a port is taken', async () => {
    const again = serve({ corpora: [path.join(root, 'one')], app: path.join(root, 'app'), port, host: '127.0.0.1' });
    await expect(again).rejects.toThrow(`Port ${port} is taken`);
  });

  it('says what is missing', async () => {
    const options = { app: path.join(root, 'app'), port: 0, host: '127.0.0.1' };
    await expect(serve({ ...options, corpora: [path.join(root, 'app')] })).rejects.toThrow('has no corpus.json');
    await expect(serve({ ...options, corpora: [], app: path.join(root, 'none') })).rejects.toThrow('npm run build');
  });
});
