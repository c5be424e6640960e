'use client';

import { ChevronDown, ChevronUp, Columns3 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import type { TableColumn } from './types';

type MenuColumn = Pick<TableColumn<never, never>, 'id' | 'label' | 'help' | 'pinned'>;

export interface ColumnMenuProps {
  readonly columns: readonly MenuColumn[];
  /** Ids of the columns that are shown, in order. */
  readonly visible: readonly string[];
  readonly defaults: readonly string[];
  readonly onChange: (visible: readonly string[]) => void;
}

/** Chooses which columns are shown and in which order; the pinned one always is, and first. */
export function ColumnMenu({ columns, visible, defaults, onChange }: ColumnMenuProps) {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const shown = visible.flatMap((id) => byId.get(id) ?? []);
  const hidden = columns.filter(({ id }) => !visible.includes(id));
  const isDefault = visible.join() === defaults.join();
  return (
    <Popover
      label="Columns"
      align="end"
      className="w-80 p-1.5"
      trigger={
        <Button variant="ghost" aria-label="Columns">
          <Columns3 aria-hidden /> <span className="max-xl:hidden">Columns</span>
        </Button>
      }
    >
      {[...shown, ...hidden].map((column) => (
        <ColumnRow
          key={column.id}
          column={column}
          position={visible.indexOf(column.id)}
          last={shown.length - 1}
          first={shown[0]?.pinned === true ? 1 : 0}
          onToggle={(on) => onChange(on ? [...visible, column.id] : visible.filter((id) => id !== column.id))}
          onMove={(by) => onChange(moved(visible, column.id, by))}
        />
      ))}
      <div className="mt-1 flex border-t border-line pt-1.5">
        <Button size="sm" variant="ghost" disabled={isDefault} onClick={() => onChange(defaults)}>
          Default columns
        </Button>
      </div>
    </Popover>
  );
}

interface ColumnRowProps {
  readonly column: MenuColumn;
  /** Place among the shown columns, -1 where hidden. */
  readonly position: number;
  readonly first: number;
  readonly last: number;
  readonly onToggle: (on: boolean) => void;
  readonly onMove: (by: -1 | 1) => void;
}

function ColumnRow({ column, position, first, last, onToggle, onMove }: ColumnRowProps) {
  return (
    <div className="group flex items-center gap-1 rounded-sm px-1.5 hover:bg-hover" title={column.help}>
      <Checkbox
        className="min-w-0 flex-1"
        checked={position >= 0}
        disabled={column.pinned === true}
        onCheckedChange={onToggle}
        label={column.label}
      />
      {position >= first && column.pinned !== true ? (
        <span className="flex opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
          <IconButton
            size="sm"
            label={`Move ${column.label} left`}
            disabled={position === first}
            onClick={() => onMove(-1)}
          >
            <ChevronUp aria-hidden />
          </IconButton>
          <IconButton
            size="sm"
            label={`Move ${column.label} right`}
            disabled={position === last}
            onClick={() => onMove(1)}
          >
            <ChevronDown aria-hidden />
          </IconButton>
        </span>
      ) : null}
    </div>
  );
}

/** The list with one entry moved by one place. */
function moved(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const from = ids.indexOf(id);
  const next = [...ids];
  next.splice(from, 1);
  next.splice(from + by, 0, id);
  return next;
}
