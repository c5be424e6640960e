'use client';

import { ArrowDownUp } from 'lucide-react';
import type { TableColumn, TableSort } from '@/components/table/types';
import { Button } from '@/components/ui/button';
import { Menu, MenuLabel, MenuRadioGroup, MenuSeparator } from '@/components/ui/menu';

export interface SortMenuProps {
  readonly columns: readonly Pick<TableColumn<never, never>, 'id' | 'label' | 'sortable' | 'firstSort'>[];
  /** `relevance` beside the columns while searching. */
  readonly sort: TableSort;
  readonly searching: boolean;
  readonly onSort: (sort: TableSort) => void;
}

/** Every order that there is: by relevance too, and on screens without column headers. */
export function SortMenu({ columns, sort, searching, onSort }: SortMenuProps) {
  const sortable = columns.filter((column) => column.sortable);
  const named = columns.find(({ id }) => id === sort.column);
  const label = sort.column === 'relevance' ? 'Relevance' : (named?.label ?? sort.column);
  const byRelevance = searching ? [{ value: 'relevance', label: 'Relevance' }] : [];
  const firstDirection = (column: string) => columns.find(({ id }) => id === column)?.firstSort ?? 'asc';
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
        options={[...byRelevance, ...sortable.map(({ id, label: name }) => ({ value: id, label: name }))]}
      />
      {sort.column === 'relevance' ? null : (
        <>
          <MenuSeparator />
          <MenuRadioGroup
            value={sort.direction}
            onValueChange={(direction) =>
              onSort({ column: sort.column, direction: direction === 'desc' ? 'desc' : 'asc' })
            }
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
