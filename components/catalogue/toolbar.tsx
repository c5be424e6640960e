'use client';

import { ArrowDownUp, FolderTree, ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { ColumnMenu } from '@/components/table/column-menu';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Menu, MenuLabel, MenuRadioGroup, MenuSeparator } from '@/components/ui/menu';
import { Tooltip } from '@/components/ui/tooltip';
import { formatCount } from '@/lib/format/numbers';
import type { ApiSort } from '@/lib/queries/api-matches';
import { API_TABLE_COLUMNS, DEFAULT_COLUMNS } from './columns';
import { SampleMenu } from './sample-menu';
import { SearchField } from './search-field';
import type { CatalogueState } from './use-catalogue-state';

export interface ToolbarProps {
  readonly state: CatalogueState;
  /** APIs in the list; null while the first list is read. */
  readonly count: number | null;
  /** APIs in the corpus. */
  readonly total: number;
  readonly stale: boolean;
  /** Opens the facets where they are not beside the list. */
  readonly onFilters: () => void;
  /** Things that narrow the list, search apart. */
  readonly narrowed: number;
  readonly onLeaveSearch: () => void;
  readonly onFocusSearch: () => void;
  /** Export and link. */
  readonly share: ReactNode;
}

/** Search, the count, and how the list is shown. */
export function Toolbar(props: ToolbarProps) {
  const { state, narrowed } = props;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 px-3 pt-2 pb-1.5 sm:px-4">
      <div className="flex min-w-0 basis-full items-center gap-2 md:basis-72 md:flex-1">
        <SearchField
          value={state.filter.q}
          onChange={state.search}
          onLeave={props.onLeaveSearch}
          onFocus={props.onFocusSearch}
        />
        <Button className="lg:hidden" onClick={props.onFilters} aria-label="Filters" data-testid="open-filters">
          <ListFilter aria-hidden /> <span className="max-sm:hidden">Filters</span>
          {narrowed > 0 ? <span className="tabular text-accent">{narrowed}</span> : null}
        </Button>
      </div>
      <ResultCount {...props} />
      <div className="ml-auto flex items-center gap-0.5">
        <SortMenu sort={state.sort} searching={state.filter.q.trim() !== ''} onSort={state.sortBy} />
        <GroupToggle
          on={state.view.group !== null}
          onChange={(on) => void state.setView({ group: on ? 'tool' : null, fold: null })}
        />
        <SampleMenu
          sample={state.filter.sample}
          onChange={(sample) => state.edit((filter) => ({ ...filter, sample }))}
        />
        <span className="max-sm:hidden">
          <ColumnMenu
            columns={API_TABLE_COLUMNS}
            visible={state.visible}
            defaults={DEFAULT_COLUMNS}
            onChange={(cols) => void state.setView({ cols: cols.join() === DEFAULT_COLUMNS.join() ? null : cols })}
          />
        </span>
        {props.share}
      </div>
    </div>
  );
}

function ResultCount({ count, total, stale }: Pick<ToolbarProps, 'count' | 'total' | 'stale'>) {
  return (
    <output
      data-testid="result-count"
      data-stale={stale ? '' : undefined}
      className={cx('tabular whitespace-nowrap text-sm transition-opacity', stale && 'opacity-50 delay-100')}
    >
      {count === null ? (
        <span className="text-ink-3">{formatCount(total)} APIs</span>
      ) : (
        <>
          <span className="font-medium">{formatCount(count)}</span>{' '}
          <span className="text-ink-3">{count === total ? 'APIs' : `of ${formatCount(total)}`}</span>
        </>
      )}
    </output>
  );
}

interface SortMenuProps {
  readonly sort: ApiSort;
  readonly searching: boolean;
  readonly onSort: CatalogueState['sortBy'];
}

function firstDirection(column: string): 'asc' | 'desc' {
  return API_TABLE_COLUMNS.find(({ id }) => id === column)?.firstSort ?? 'asc';
}

/** Every order that there is: by relevance too, and on screens without column headers. */
function SortMenu({ sort, searching, onSort }: SortMenuProps) {
  const sortable = API_TABLE_COLUMNS.filter((column) => column.sortable);
  const label =
    sort.column === 'relevance' ? 'Relevance' : (sortable.find(({ id }) => id === sort.column)?.label ?? sort.column);
  const byRelevance = searching ? [{ value: 'relevance', label: 'Relevance' }] : [];
  return (
    <Menu
      align="end"
      trigger={
        <Button
          variant="ghost"
          aria-label={`Sorted by ${label}, ${sort.direction === 'asc' ? 'ascending' : 'descending'}`}
        >
          <ArrowDownUp aria-hidden /> <span className="max-xl:hidden">{label}</span>
        </Button>
      }
    >
      <MenuLabel>Sort by</MenuLabel>
      <MenuRadioGroup
        value={sort.column}
        onValueChange={(column) =>
          onSort({ column, direction: column === 'relevance' ? 'desc' : firstDirection(column) })
        }
        options={[...byRelevance, ...sortable.map(({ id, label: name }) => ({ value: id as string, label: name }))]}
      />
      {sort.column === 'relevance' ? null : (
        <>
          <MenuSeparator />
          <MenuRadioGroup
            value={sort.direction}
            onValueChange={(direction) => onSort({ column: sort.column, direction })}
            options={[
              { value: 'asc', label: 'Ascending' },
              { value: 'desc', label: 'Descending' },
            ]}
          />
        </>
      )}
    </Menu>
  );
}

function GroupToggle({ on, onChange }: { readonly on: boolean; readonly onChange: (on: boolean) => void }) {
  return (
    <Tooltip content="Group by provider and tool" side="bottom">
      <Button
        variant="ghost"
        aria-pressed={on}
        aria-label="Group by provider and tool"
        data-testid="group-toggle"
        onClick={() => onChange(!on)}
        className={on ? 'bg-accent-soft! text-accent!' : undefined}
      >
        <FolderTree aria-hidden /> <span className="max-xl:hidden">Group</span>
      </Button>
    </Tooltip>
  );
}
