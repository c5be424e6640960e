/** A corpus of a few documents: the files of an invented package (fixtures/e2e-documents), one of them twice. */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCorpus } from '../builder/build.ts';
import { listFiles, makePlan, type SourcePlan } from '../builder/plan.ts';
import { silent } from '../builder/progress.ts';
import { withPool } from '../builder/unit/pool.ts';

const PACKAGE = { name: 'tides', version: '1.0.0', licence: 'MIT' };

/** Not every system can hold a file of this name in a checkout. */
const HOSTILE = {
  path: "tides@1.0.0/src/<img src=x onerror=window.__ran='title'>.ts",
  text: `export const low = "</pre><script>window.__ran = 'code'</script>";\n`,
};

/**
 * @param root of the repository
 * @param input folder that the files are copied to
 * @param out folder of the corpus
 */
export async function buildDocuments(root: string, input: string, out: string): Promise<void> {
  cpSync(join(root, 'fixtures/e2e-documents'), input, { recursive: true });
  writeFileSync(join(input, HOSTILE.path), HOSTILE.text);
  const source: SourcePlan = {
    info: {
      source: 'tides',
      title: 'Tides',
      description: 'A package for tests.',
      origin: 'fixtures/e2e-documents',
      version: '1.0.0',
      licence: 'MIT',
      licence_note: null,
      stage: null,
      constructed: false,
    },
    reader: { kind: 'npm-package', packages: { 'tides@1.0.0': PACKAGE } },
    files: listFiles(input, () => true),
  };
  const corpus = { name: 'papers', title: 'Papers', description: '', licence: 'MIT', created: null };
  const plan = makePlan([source], [], 'e2e');
  await withPool(1, (pool) => buildCorpus(plan, { out, corpus, progress: silent, pool }));
}
