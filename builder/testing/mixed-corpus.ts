/** A small real corpus with all four components, for what reads whole mixtures. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildCorpus } from '../build.ts';
import { withPool } from '../unit/pool.ts';
import { makePlan, type PlannedFile, type SourcePlan } from '../plan.ts';
import { silent } from '../progress.ts';
import { importedSources } from '../sources/imported.ts';
import { shopDocument } from './miniature.ts';

const PACKAGE = 'shop-client@1.0.0';

/** A conversation with reasoning, a call, its answer and a declared tool. */
function conversation(n: number): string {
  const call = { id: 'c1', type: 'function', function: { name: 'get_item', arguments: `{"id":"item-${n}"}` } };
  const messages = [
    { role: 'user', content: `What is the price of item ${n}? ${'Please. '.repeat(n % 7)}` },
    { role: 'assistant', content: null, reasoning_content: 'The shop knows.', tool_calls: [call] },
    { role: 'tool', tool_call_id: 'c1', content: `{"price":${n},"note":"\u2028 \\u0000 \u{1f600}"}` },
    { role: 'assistant', content: `It is ${n}.` },
  ];
  const tools = [{ type: 'function', function: { name: 'get_item', parameters: { type: 'object', properties: {} } } }];
  return JSON.stringify({ id: `talk-${n}`, messages, tools });
}

function packageFiles(folder: string): PlannedFile[] {
  const files = Array.from({ length: 12 }, (_, i) => [
    [
      `src/part${i}.js`,
      `// Part ${i}\nexport const prices${i} = [${Array.from({ length: 5 + i * 9 }, (_n, k) => k).join(', ')}];\n`,
    ],
    [`docs/part${i}.md`, `# Part ${i}\n\n${'The shop sells items. '.repeat(2 + i * 3)}\n`],
  ]).flat();
  return files.map(([name, content]) => {
    const file = path.join(folder, PACKAGE, name!);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content!);
    const { size, mtimeMs } = statSync(file);
    return { path: `${PACKAGE}/${name}`, file, bytes: size, mtimeMs };
  });
}

function packageSource(source: string, files: readonly PlannedFile[]): SourcePlan {
  return {
    info: {
      source,
      title: source,
      description: '',
      origin: '',
      version: null,
      licence: 'MIT',
      licence_note: null,
      stage: null,
      constructed: false,
    },
    reader: { kind: 'npm-package', packages: { [PACKAGE]: { name: 'shop-client', version: '1.0.0', licence: 'MIT' } } },
    files,
  };
}

/**
 * Builds the corpus `mixed`: sources `shop` (documentation), `shop-examples` and `talks` (trajectories), `client` (code),
 * `manual` (text).
 * @param root folder for its input
 * @param out folder of the corpus
 */
export async function buildMixed(root: string, out: string): ReturnType<typeof buildCorpus> {
  mkdirSync(path.join(root, 'shop'), { recursive: true });
  writeFileSync(path.join(root, 'shop/shop.json'), shopDocument('shop.test', 40));
  writeFileSync(path.join(root, 'talks.jsonl'), Array.from({ length: 30 }, (_, n) => conversation(n)).join('\n'));
  const { plans, examples } = await importedSources([path.join(root, 'shop'), path.join(root, 'talks.jsonl')], {
    licence: 'CC0-1.0',
  });
  const files = packageFiles(root);
  const packages = [
    packageSource(
      'client',
      files.filter(({ path: name }) => name.endsWith('.js')),
    ),
    packageSource(
      'manual',
      files.filter(({ path: name }) => name.endsWith('.md')),
    ),
  ];
  const corpus = { name: 'mixed', title: 'Mixed', description: '', licence: 'CC0-1.0', created: null };
  const plan = makePlan([...plans, ...packages], examples, 'code');
  return withPool(1, (pool) => buildCorpus(plan, { out, corpus, progress: silent, pool }));
}
