/** Formats whose files are read whole. */
import type { Adapter } from './adapter.ts';
import { isObject } from './json-value.ts';
import { readOpenApi } from './openapi/index.ts';

export const documentAdapters: readonly Adapter[] = [
  {
    name: 'openapi',
    title: 'OpenAPI 3 and Swagger 2',
    yields: ['apis', 'trajectories'],
    doc: 'One API per operation; documented examples become trajectories that say so.',
    reference: 'OpenAPI Specification 2.0, 3.0 and 3.1',
    scope: 'document',
    detect({ records }) {
      const value = records[0]?.value;
      if (!isObject(value)) return null;
      const key = ['openapi', 'swagger'].find((name) => typeof value[name] === 'string');
      if (key === undefined) return null;
      // Of a long document only the beginning is here.
      return isObject(value['paths'])
        ? { confidence: 1, reason: `the document has \`${key}\` and \`paths\`` }
        : { confidence: 0.9, reason: `the document has \`${key}\`` };
    },
    readDocument: readOpenApi,
  },
];
