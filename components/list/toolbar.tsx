'use client';

import { ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { ColumnMenu, type ColumnMenuProps } from '@/components/table/column-menu';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { formatCount } from '@/lib/format/numbers';
import { SampleMenu, type SampleMenuProps } from './sample-menu';
import { SearchField, type SearchFieldProps } from './search-field';
import { SortMenu, type SortMenuProps } from './sort-menu';

export interface ToolbarProps {
  readonly search: SearchFieldProps;
  readonly sort: SortMenuProps;
  readonly sample: SampleMenuProps;
  readonly columns: ColumnMenuProps;
  /** What the rows are called. */
  readonly noun: string;
  /** Rows in the list; null while the first list is read. */
  readonly count: number | null;
  /** Rows in the corpus. */
  readonly total: number;
  readonly stale: boolean;
  /** Opens the facets where they are not beside the list. */
  readonly onFilters: () => void;
  /** Things that narrow the list, search apart. */
  readonly narrowed: number;
  /** What this list has beside the others: grouping, flags. */
  readonly extra?: ReactNode;
  /** Export and link. */
  readonly share: ReactNode;
}

/** Search, the count, and how the list is shown. */
export function Toolbar(props: ToolbarProps) {
  const { narrowed } = props;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 px-3 pt-2 pb-1.5 sm:px-4">
      <div className="flex min-w-0 basis-full items-center gap-2 md:basis-72 md:flex-1">
        <SearchField {...props.search} />
        <Button className="lg:hidden" onClick={props.onFilters} aria-label="Filters" data-testid="open-filters">
          <ListFilter aria-hidden /> <span className="max-sm:hidden">Filters</span>
          {narrowed > 0 ? <span className="tabular text-accent">{narrowed}</span> : null}
        </Button>
      </div>
      <ResultCount {...props} />
      <div className="ml-auto flex items-center gap-0.5">
        <SortMenu {...props.sort} />
        {props.extra}
        <SampleMenu {...props.sample} />
        <span className="max-sm:hidden">
          <ColumnMenu {...props.columns} />
        </span>
        {props.share}
      </div>
    </div>
  );
}

function ResultCount({ count, total, stale, noun }: Pick<ToolbarProps, 'count' | 'total' | 'stale' | 'noun'>) {
  return (
    <output
      data-testid="result-count"
      data-stale={stale ? '' : undefined}
      className={cx('tabular whitespace-nowrap text-sm transition-opacity', stale && 'opacity-50 delay-100')}
    >
      {count === null ? (
        <span className="text-ink-3">
          {formatCount(total)} {noun}
        </span>
      ) : (
        <>
          <span className="font-medium">{formatCount(count)}</span>{' '}
          <span className="text-ink-3">{count === total ? noun : `of ${formatCount(total)}`}</span>
        </>
      )}
    </output>
  );
}
