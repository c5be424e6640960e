/** APIs of the file that is being read, for the calls that its own examples make. */
import type { ApiRecord } from '../../lib/adapters/records.ts';
import type { CatalogueEntry } from '../../lib/audit/audit.ts';
import { entryFromApi } from '../../lib/audit/catalogue-entry.ts';

export interface OwnApis {
  note(record: ApiRecord): void;
  withId(id: string): CatalogueEntry | null;
}

/**
 * Documented calls follow their operation at once, and come again in chains at the end of the document: what has been
 * called is kept, all else is not. A schema that stands apart, and is staged later, is not judged by.
 */
export function ownApis(): OwnApis {
  let file = '';
  let last: ApiRecord | null = null;
  const called = new Map<string, CatalogueEntry>();
  return {
    note(record) {
      if (record.doc.source_file !== file) called.clear();
      file = record.doc.source_file;
      last = record;
    },
    withId(id) {
      if (last?.api.api_id === id && !called.has(id))
        called.set(
          id,
          entryFromApi(last, () => null),
        );
      return called.get(id) ?? null;
    },
  };
}
