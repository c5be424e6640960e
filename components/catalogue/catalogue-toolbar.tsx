'use client';

import type { ReactNode } from 'react';
import { Toolbar, type ToolbarProps } from '@/components/list/toolbar';
import { API_TABLE_COLUMNS, DEFAULT_COLUMNS } from './columns';
import { GroupToggle } from './group-toggle';
import type { CatalogueState } from './use-catalogue-state';

export interface CatalogueToolbarProps extends Pick<
  ToolbarProps,
  'count' | 'total' | 'stale' | 'narrowed' | 'onFilters'
> {
  readonly state: CatalogueState;
  readonly onLeaveSearch: () => void;
  readonly onFocusSearch: () => void;
  readonly share: ReactNode;
}

/** Search, the count, and how the catalogue is shown. */
export function CatalogueToolbar({ state, onLeaveSearch, onFocusSearch, ...rest }: CatalogueToolbarProps) {
  const { filter, view } = state;
  return (
    <Toolbar
      {...rest}
      noun="APIs"
      search={{
        label: 'Search APIs',
        placeholder: 'Search names, paths, summaries, descriptions, parameters',
        testId: 'api-search',
        value: filter.q,
        onChange: state.search,
        onLeave: onLeaveSearch,
        onFocus: onFocusSearch,
      }}
      sort={{
        columns: API_TABLE_COLUMNS,
        sort: state.sort,
        searching: filter.q.trim() !== '',
        onSort: state.sortBy,
      }}
      sample={{ sample: filter.sample, onChange: (sample) => state.edit((old) => ({ ...old, sample })) }}
      columns={{
        columns: API_TABLE_COLUMNS,
        visible: state.visible,
        defaults: DEFAULT_COLUMNS,
        onChange: (cols) => void state.setView({ cols: cols.join() === DEFAULT_COLUMNS.join() ? null : cols }),
      }}
      extra={
        <GroupToggle
          on={view.group !== null}
          onChange={(on) => void state.setView({ group: on ? 'tool' : null, fold: null })}
        />
      }
    />
  );
}
