/** `forge build`: the default corpus, from packages that npm has installed. */
import { buildCorpus } from '../build.ts';
import { makePlan, type Plan } from '../plan.ts';
import type { Progress } from '../progress.ts';
import { npmPackages } from '../sources/npm-packages.ts';
import { octokitFixtures } from '../sources/octokit-fixtures.ts';
import { openApiDirectory } from '../sources/openapi-directory.ts';
import { withPool } from '../unit/pool.ts';
import { codeFingerprint } from '../version.ts';
import { summaryOf, type Result } from './result.ts';

export interface BuildCommand {
  readonly out: string;
  /** Documents of the OpenAPI directory to take, by path prefix; all if empty. */
  readonly only: readonly string[];
  readonly workers?: number;
}

/** @returns the plan of the default corpus */
export function defaultPlan(only: readonly string[] = []): Plan {
  const { plan, examples } = openApiDirectory(only);
  return makePlan([plan, octokitFixtures(plan.files), ...npmPackages()], [examples], codeFingerprint());
}

export async function build({ out, only, workers }: BuildCommand, progress: Progress): Promise<Result> {
  const started = performance.now();
  const corpus = {
    name: 'default',
    title: only.length === 0 ? 'Forge default corpus' : 'Forge default corpus, a part',
    description:
      'Tool documentation, function-calling trajectories, code and prose, built on this machine from packages that npm installs.',
    licence: 'Each source has its own, see sources.',
    created: null,
  };
  const manifest = await withPool(workers, (pool) => buildCorpus(defaultPlan(only), { out, corpus, progress, pool }));
  return summaryOf(manifest, out, performance.now() - started);
}
