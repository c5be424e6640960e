/** How the files of a unit are read. */
import { readFileSync } from 'node:fs';
import { linkableOperation, readHttpScenario, type LinkableOperation } from '../../lib/adapters/http-scenario/index.ts';
import { classifyFile, readDocument } from '../../lib/adapters/npm-documents/index.ts';
import { readOpenApi } from '../../lib/adapters/openapi/index.ts';
import type { InputFile, Sink } from '../../lib/adapters/records.ts';
import type { PlannedFile, Reader, Unit } from '../plan.ts';
import { readImportedFile } from './records-reader.ts';

/** `advance` is told the bytes of input read. */
export type ReadFile = (file: PlannedFile, sink: Sink, advance: (bytes: number) => void) => void | Promise<void>;

/** @returns what reads one file of the unit */
export function readerOf({ reader, source }: Unit): ReadFile {
  switch (reader.kind) {
    case 'import':
      return (file, sink, advance) => readImportedFile(file, sink, { source, ...reader }, advance);
    case 'openapi':
      return wholeFile(readOpenApi);
    case 'http-scenario': {
      const operations = reader.openapi === null ? [] : operationsOf(reader.openapi);
      return wholeFile((file, sink) => readHttpScenario(file, sink, { operations }));
    }
    case 'npm-package':
      return wholeFile((file, sink) => readPackageFile(file, sink, reader));
  }
}

function wholeFile(read: (file: InputFile, sink: Sink) => void): ReadFile {
  return ({ path, file, bytes }, sink, advance) => {
    read({ path, bytes: readFileSync(file) }, sink);
    advance(bytes);
  };
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
