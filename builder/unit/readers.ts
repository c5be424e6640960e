/** How the files of a unit are read. */
import { readOpenApi } from '../../lib/adapters/openapi/index.ts';
import type { InputFile, Sink } from '../../lib/adapters/records.ts';
import type { Unit } from '../plan.ts';

export type ReadFile = (file: InputFile, sink: Sink) => void;

/** @returns what reads one file of the unit */
export function readerOf({ reader }: Unit): ReadFile {
  switch (reader.kind) {
    case 'openapi':
      return readOpenApi;
    default:
      return () => {};
  }
}
