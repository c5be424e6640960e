'use client';

import { exportFileName } from '@/components/list/export-file';
import { ExportMenu } from '@/components/list/export-menu';
import type { Entries } from '@/components/list/row-list';
import { exportList, extensionOf, LIST_EXPORTS } from '@/components/trajectory-list/export-formats';
import { TRAJECTORY_FILTERS } from '@/components/trajectory-list/filters';
import { TRAJECTORY_LISTS } from '@/components/trajectory-list/trajectory-lists';
import type { ListState } from '@/components/trajectory-list/use-list-state';
import type { Corpus } from '@/lib/data';
import { trajectoryExport, trajectoryRowsOf } from '@/lib/queries/trajectories';

export interface ListExportProps {
  readonly corpus: Corpus;
  readonly state: ListState;
  readonly entries: Entries;
  readonly flaggedOnly: boolean;
}

/** What the list shows as a file, and as a link. */
export function ListExport({ corpus, state, entries, flaggedOnly }: ListExportProps) {
  const { filter, sort } = state;
  const numbers = entries.entries;
  const name = flaggedOnly ? `${corpus.name}-flagged` : corpus.name;
  return (
    <ExportMenu
      nouns={TRAJECTORY_FILTERS.nouns}
      formats={LIST_EXPORTS}
      count={numbers.length}
      fileName={(format) => exportFileName(name, TRAJECTORY_FILTERS, filter, extensionOf(format))}
      onExport={async (format, options) => {
        const rows = flaggedOnly ? trajectoryRowsOf([...numbers]) : trajectoryExport(filter, sort);
        const all = await TRAJECTORY_LISTS.wholeOrder(corpus, numbers, filter, sort, options.signal);
        return exportList(corpus, { numbers: all, rows }, format, options);
      }}
    />
  );
}
