/** Miniature inputs for the builder's tests, hand-written: whole ones, and ones that are wrong in one way each. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildCorpus } from '../build.ts';
import { withPool } from '../unit/pool.ts';
import { makePlan } from '../plan.ts';
import { silent } from '../progress.ts';
import { importedSources } from '../sources/imported.ts';

/** A document with documented examples, so that it gives trajectories too. */
export function shopDocument(provider: string, operations = 3): string {
  const paths = Object.fromEntries(
    Array.from({ length: operations }, (_, i) => [
      `/items${i}/{id}`,
      {
        get: {
          operationId: `getItem${i}`,
          summary: `Get item ${i}`,
          description: `Reads one item of the **shop** number ${i}.`,
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' }, example: `item-${i}` }],
          responses: {
            '200': {
              description: 'The item',
              content: {
                'application/json': {
                  schema: { $ref: '#/components/schemas/Item' },
                  example: { id: `item-${i}`, price: i },
                },
              },
            },
          },
        },
      },
    ]),
  );
  const info = { title: 'Shop', version: '1.0', 'x-providerName': provider, 'x-serviceName': 'shop' };
  const Item = {
    type: 'object',
    properties: { id: { type: 'string' }, parent: { $ref: '#/components/schemas/Item' } },
  };
  return JSON.stringify({ openapi: '3.0.0', info, paths, components: { schemas: { Item } } });
}

/** Writes files of all kinds below a folder. */
export function writeMiniature(folder: string): void {
  const files: Record<string, string | Buffer> = {
    'a/shop.json': shopDocument('alpha.test'),
    'b/shop.json': shopDocument('beta.test', 7),
    // The same provider, tool and names as in a/: twins.
    'c/again.json': shopDocument('alpha.test', 2),
    'd/tides.yaml':
      'openapi: 3.0.0\ninfo: {title: Tides, version: "1", x-providerName: sea.test}\npaths:\n  /tides:\n    get: {operationId: tides, summary: High water, responses: {"200": {description: ok}}}\n',
    'e/broken.json': '{ "openapi": "3.0.0", "info": { "title": "Broken" "version": "1" } }',
    'f/other.json': '{"name":"no document of an API"}',
    // Half of a surrogate pair, and a NUL, as JSON escapes.
    'g/odd.json': shopDocument('odd.test', 1).replace('Reads one item', String.raw`Odd \ud800 text \u0000 here`),
    'h/marked.json': Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(shopDocument('marked.test', 1))]),
    '_SOURCE.json': '{}',
    'notes.md': 'not read',
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

/** Builds a corpus of a folder in units as small as can be: one file each. */
export async function buildMiniature(
  input: string,
  out: string,
  { workers }: { readonly workers?: number } = {},
): ReturnType<typeof buildCorpus> {
  const { plans, examples } = await importedSources([input], { licence: 'CC0-1.0' });
  const corpus = { name: 'mini', title: 'Miniature', description: '', licence: 'CC0-1.0', created: null };
  const plan = makePlan(plans, examples, 'code', 1);
  return withPool(workers, (pool) => buildCorpus(plan, { out, corpus, progress: silent, pool }));
}

/** @returns every file of a folder with its bytes */
export function contents(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')]),
  );
}
