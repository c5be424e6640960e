/** How the files of a unit are read. */
import { readFileSync } from 'node:fs';
import { linkableOperation, readHttpScenario, type LinkableOperation } from '../../lib/adapters/http-scenario/index.ts';
import { classifyFile, readDocument } from '../../lib/adapters/npm-documents/index.ts';
import { readOpenApi } from '../../lib/adapters/openapi/index.ts';
import type { InputFile, Sink } from '../../lib/adapters/records.ts';
import type { PlannedFile, Reader, Unit } from '../plan.ts';

export type ReadFile = (file: InputFile, sink: Sink) => void;

/** @returns what reads one file of the unit */
export function readerOf({ reader }: Unit): ReadFile {
  switch (reader.kind) {
    case 'openapi':
      return readOpenApi;
    case 'http-scenario': {
      const operations = reader.openapi === null ? [] : operationsOf(reader.openapi);
      return (file, sink) => readHttpScenario(file, sink, { operations });
    }
    case 'npm-package':
      return (file, sink) => readPackageFile(file, sink, reader);
  }
}

const ignore = (): void => {};

/** Reads the document that describes the API which a scenario calls, for its operations alone. */
function operationsOf({ path, file }: PlannedFile): LinkableOperation[] {
  const operations: LinkableOperation[] = [];
  readOpenApi(
    { path, bytes: readFileSync(file) },
    {
      api: (record) => void operations.push(linkableOperation(record)),
      definition: ignore,
      trajectory: ignore,
      document: ignore,
      reject: ignore,
    },
  );
  return operations;
}

function readPackageFile(file: InputFile, sink: Sink, { packages }: Extract<Reader, { kind: 'npm-package' }>): void {
  const [, label = '', own = ''] = /^((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(file.path) ?? [];
  const owner = packages[label];
  const kind = classifyFile(own, file.bytes.length);
  // Both are known to be there: the plan took the file because of them.
  if (owner === undefined || kind === null) throw new Error(`${file.path} is not a file of a planned package.`);
  readDocument(owner, { path: own, bytes: file.bytes }, kind, sink);
}
