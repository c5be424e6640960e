/** Recorded trajectories of the default corpus: the scenarios of the npm package @octokit/fixtures. */
import { listFiles, type PlannedFile, type SourcePlan } from '../plan.ts';
import { installedPackage } from './installed.ts';

/** The document that describes the API which the scenarios call. */
const GITHUB_DOCUMENT = 'github.com/api.github.com.json';

/**
 * @param documents planned documents of the OpenAPI directory, which calls are linked to
 * @returns the source; each scenario is read in its normalised form, which has no dates or ids of a particular run
 */
export function octokitFixtures(documents: readonly PlannedFile[]): SourcePlan {
  const { root, version } = installedPackage('@octokit/fixtures');
  return {
    info: {
      source: 'octokit-fixtures',
      title: 'Octokit fixtures',
      description: 'Recorded requests and responses of multi-request scenarios against the GitHub API.',
      origin: `npm package @octokit/fixtures ${version}`,
      version,
      licence: 'MIT',
      licence_note: null,
      stage: null,
      constructed: false,
    },
    reader: {
      kind: 'http-scenario',
      openapi: documents.find(({ path: name }) => name === GITHUB_DOCUMENT) ?? null,
    },
    files: listFiles(root, (name) => name.endsWith('/') || /^scenarios\/.*\/normalized-fixture\.json$/.test(name)),
  };
}
