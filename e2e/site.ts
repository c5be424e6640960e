/**
 * The site that the end-to-end tests open: the exported app on port E2E_PORT (4173) through `forge serve`, over corpora that
 * `forge import` builds from fixtures/e2e and a generated document, whole ones and ones that are broken in one way each.
 * The next port serves the same files from a host that knows no Range requests.
 */
import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildDocuments } from './documents-corpus.ts';

const root = join(import.meta.dirname, '..');
const port = Number(process.env['E2E_PORT'] ?? 4173);
const scratch = join(root, '.tmp/e2e');
const corpora = join(scratch, 'corpora');
const forge = join(root, 'builder/forge.mjs');

/** A document of 3,000 plain operations, so that lists are longer than any screen. */
function numbersDocument() {
  const paths: Record<string, unknown> = {};
  for (let n = 0; n < 3000; n++) {
    const number = String(n).padStart(4, '0');
    paths[`/numbers/${number}`] = {
      [n % 3 === 0 ? 'post' : 'get']: {
        operationId: `number${number}`,
        summary: n % 2 === 0 ? `Even number ${n}` : `Odd number ${n}`,
        deprecated: n % 10 === 0,
        parameters: Array.from({ length: n % 7 }, (_, i) => ({
          name: `digit${i}`,
          in: 'query',
          required: i === 0,
          schema: { type: 'integer' },
        })),
        responses: { '200': { description: 'The number' } },
      },
    };
  }
  const info = { title: 'Numbers', version: '1', 'x-providerName': 'numbers.test', 'x-serviceName': 'integers' };
  return { openapi: '3.0.0', info, paths };
}

/** A conversation of 1,001 messages, far more than any screen holds; its calls are answered, and a needle is near its end. */
function longConversation(): string {
  const messages = Array.from({ length: 500 }, (_, n) => [
    {
      role: 'assistant',
      content: n === 480 ? 'Here is the needle.' : `Looking at shelf ${n}.`,
      tool_calls: [{ id: `c${n}`, type: 'function', function: { name: 'look', arguments: `{"shelf":${n}}` } }],
    },
    { role: 'tool', tool_call_id: `c${n}`, content: `${'Nothing but hay. '.repeat(20)}${n}` },
  ]).flat();
  return `${JSON.stringify({ id: 'long', messages: [{ role: 'user', content: 'Find it' }, ...messages] })}\n`;
}

/** 300 short conversations, more than a list puts in order at first. */
function manyConversations(): string {
  const record = (n: number) => {
    const messages = [
      { role: 'user', content: `Question ${n}: ${'how '.repeat(n)}?` },
      { role: 'assistant', content: `Answer ${n}` },
    ];
    return `${JSON.stringify({ id: `q${String(n).padStart(3, '0')}`, messages })}\n`;
  };
  return Array.from({ length: 300 }, (_, n) => record(n)).join('');
}

function shardFile(folder: string, table: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'corpus.json'), 'utf8')) as {
    tables: Record<string, { shards: { path: string }[] }>;
  };
  const path = manifest.tables[table]?.shards[0]?.path;
  if (path === undefined) throw new Error(`${folder} has no shard of ${table}`);
  return join(folder, path);
}

function editManifest(folder: string, edit: (manifest: Record<string, unknown>) => void): void {
  const file = join(folder, 'corpus.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  edit(manifest);
  writeFileSync(file, JSON.stringify(manifest));
}

/** Overwrites bytes in the middle of a file; its size stays the same. */
function corrupt(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0x5a, Math.floor(bytes.length / 4), Math.floor(bytes.length / 2));
  writeFileSync(file, bytes);
}

const faults: Record<string, (folder: string) => void> = {
  'missing-apis': (folder) => rmSync(shardFile(folder, 'apis')),
  'corrupt-apis': (folder) => corrupt(shardFile(folder, 'apis')),
  'missing-docs': (folder) => rmSync(shardFile(folder, 'api_docs')),
  'corrupt-docs': (folder) => corrupt(shardFile(folder, 'api_docs')),
  'newer-version': (folder) => editManifest(folder, (manifest) => (manifest['version'] = 99)),
  'not-a-corpus': (folder) => writeFileSync(join(folder, 'corpus.json'), '{"hello":"world"}'),
  'not-json': (folder) => writeFileSync(join(folder, 'corpus.json'), '<!doctype html><title>404</title>'),
};

/** @throws where forge fails, with what it said */
async function importCorpus(name: string, input: string, title: string): Promise<void> {
  const args = [forge, 'import', input, '--out', join(corpora, name), '--name', name, '--title', title];
  await promisify(execFile)(process.execPath, args);
}

function shelfInput(): string {
  const input = join(scratch, 'input');
  rmSync(input, { recursive: true, force: true });
  cpSync(join(root, 'fixtures/e2e'), input, { recursive: true });
  writeFileSync(join(input, 'numbers.json'), JSON.stringify(numbersDocument()));
  return input;
}

function jsonlInput(name: string, lines: string): string {
  const input = join(scratch, name);
  mkdirSync(input, { recursive: true });
  writeFileSync(join(input, `${name}.jsonl`), lines);
  return input;
}

async function buildCorpora(): Promise<string[]> {
  rmSync(corpora, { recursive: true, force: true });
  mkdirSync(corpora, { recursive: true });
  const shelf = join(corpora, 'shelf');
  await Promise.all([
    importCorpus('shelf', shelfInput(), 'Shelf'),
    importCorpus('loans', join(root, 'fixtures/e2e-trajectories'), 'Loans'),
    importCorpus('long', jsonlInput('long', longConversation()), 'Long'),
    importCorpus('many', jsonlInput('many', manyConversations()), 'Many'),
    buildDocuments(root, join(scratch, 'papers'), join(corpora, 'papers')),
  ]);
  for (const [name, breakIt] of Object.entries(faults)) {
    const folder = join(corpora, name);
    cpSync(shelf, folder, { recursive: true });
    breakIt(folder);
  }
  return ['shelf', ...readdirSync(corpora).filter((name) => name !== 'shelf')].map((name) => join(corpora, name));
}

/** The plainest of hosts: whole files only. */
function serveWithoutRange(): void {
  createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    try {
      const body = readFileSync(join(corpora, path.replaceAll('..', '')));
      response.writeHead(200, { 'content-length': body.length, 'access-control-allow-origin': '*' });
      response.end(request.method === 'HEAD' ? undefined : body);
    } catch {
      response.writeHead(404, { 'access-control-allow-origin': '*' }).end();
    }
  }).listen(port + 1);
}

const folders = await buildCorpora();
serveWithoutRange();
const server = spawn(process.execPath, [forge, 'serve', ...folders, '--port', String(port)], { stdio: 'inherit' });
server.on('exit', (code) => process.exit(code ?? 1));
process.on('SIGTERM', () => server.kill());
