'use client';

import { PanelRight, Rows2, Rows3 } from 'lucide-react';
import { Toolbar, type ToolbarProps } from '@/components/list/toolbar';
import { IconButton } from '@/components/ui';
import { DEFAULT_COLUMNS, DOCUMENT_TABLE_COLUMNS } from './columns';
import type { ListState } from './use-list-state';

export interface ListToolbarProps extends Pick<
  ToolbarProps,
  'count' | 'total' | 'stale' | 'narrowed' | 'onFilters' | 'share'
> {
  readonly state: ListState;
  readonly onLeaveSearch: () => void;
}

/** Search, the count, and how the list is shown. */
export function ListToolbar({ state, onLeaveSearch, ...rest }: ListToolbarProps) {
  const { filter, view } = state;
  const isLoose = view.density === 'loose';
  const isOpen = view.preview === 'open';
  return (
    <Toolbar
      {...rest}
      noun="documents"
      search={{
        label: 'Search documents',
        placeholder: 'Search titles, or an id',
        testId: 'document-search',
        value: filter.q,
        onChange: state.search,
        onLeave: onLeaveSearch,
        // Titles are in the list's own table: there is nothing to load ahead.
        onFocus: () => {},
      }}
      sort={{ columns: DOCUMENT_TABLE_COLUMNS, sort: state.sort, searching: false, onSort: state.sortBy }}
      sample={{ sample: filter.sample, onChange: (sample) => state.edit((old) => ({ ...old, sample })) }}
      columns={{
        columns: DOCUMENT_TABLE_COLUMNS,
        visible: state.visible,
        defaults: DEFAULT_COLUMNS,
        onChange: (cols) => void state.setView({ cols: cols.join() === DEFAULT_COLUMNS.join() ? null : cols }),
      }}
      extra={
        <>
          <span className="max-sm:hidden">
            <IconButton
              label={isLoose ? 'Narrow rows' : 'Rows with more room'}
              aria-pressed={isLoose}
              onClick={() => void state.setView({ density: isLoose ? null : 'loose' })}
            >
              {isLoose ? <Rows2 aria-hidden /> : <Rows3 aria-hidden />}
            </IconButton>
          </span>
          <IconButton
            label="Preview of the active row (Space)"
            aria-pressed={isOpen}
            data-testid="preview-toggle"
            onClick={() => void state.setView({ preview: isOpen ? null : 'open' })}
          >
            <PanelRight aria-hidden />
          </IconButton>
        </>
      }
    />
  );
}
