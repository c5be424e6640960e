'use client';

import { Flag, PanelRight, Rows2, Rows3 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Toolbar, type ToolbarProps } from '@/components/list/toolbar';
import { Button, Tooltip } from '@/components/ui';
import { formatCount } from '@/lib/format/numbers';
import { DEFAULT_COLUMNS, TRAJECTORY_TABLE_COLUMNS } from './columns';
import type { ListState } from './use-list-state';

export interface ListToolbarProps extends Pick<
  ToolbarProps,
  'count' | 'total' | 'stale' | 'narrowed' | 'onFilters' | 'share'
> {
  readonly state: ListState;
  readonly onLeaveSearch: () => void;
  readonly onFocusSearch: () => void;
  /** Trajectories that the reader flagged in this corpus. */
  readonly flags: number;
  readonly flaggedOnly: boolean;
  readonly onFlaggedOnly: (on: boolean) => void;
}

/** Search, the count, and how the list is shown. */
export function ListToolbar({ state, onLeaveSearch, onFocusSearch, ...rest }: ListToolbarProps) {
  const { filter, view } = state;
  const { flags, flaggedOnly, onFlaggedOnly, ...toolbar } = rest;
  return (
    <Toolbar
      {...toolbar}
      noun="trajectories"
      search={{
        label: 'Search trajectories',
        placeholder: 'Search tasks, content, calls, observations, or an id',
        testId: 'trajectory-search',
        value: filter.q,
        onChange: state.search,
        onLeave: onLeaveSearch,
        onFocus: onFocusSearch,
      }}
      sort={{
        columns: TRAJECTORY_TABLE_COLUMNS,
        sort: state.sort,
        searching: filter.q.trim() !== '',
        onSort: state.sortBy,
      }}
      sample={{ sample: filter.sample, onChange: (sample) => state.edit((old) => ({ ...old, sample })) }}
      columns={{
        columns: TRAJECTORY_TABLE_COLUMNS,
        visible: state.visible,
        defaults: DEFAULT_COLUMNS,
        onChange: (cols) => void state.setView({ cols: cols.join() === DEFAULT_COLUMNS.join() ? null : cols }),
      }}
      extra={
        <>
          <Toggle
            label={flaggedOnly ? 'Show all trajectories' : 'Show flagged trajectories only'}
            hint="Your flags (F on a row) stay in this browser; links do not carry them"
            testId="flagged-only"
            on={flaggedOnly}
            onChange={onFlaggedOnly}
          >
            <Flag aria-hidden /> <span className="tabular">{flags === 0 ? null : formatCount(flags)}</span>
          </Toggle>
          <span className="max-sm:hidden">
            <Toggle
              label={view.density === 'loose' ? 'Narrow rows' : 'Rows with more room'}
              testId="density"
              on={view.density === 'loose'}
              onChange={(on) => void state.setView({ density: on ? 'loose' : null })}
            >
              {view.density === 'loose' ? <Rows2 aria-hidden /> : <Rows3 aria-hidden />}
            </Toggle>
          </span>
          <Toggle
            label="Preview of the active row (Space)"
            testId="preview-toggle"
            on={view.preview === 'open'}
            onChange={(on) => void state.setView({ preview: on ? 'open' : null })}
          >
            <PanelRight aria-hidden />
          </Toggle>
        </>
      }
    />
  );
}

function Toggle(props: {
  readonly label: string;
  readonly hint?: string;
  readonly testId: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <Tooltip content={props.hint === undefined ? props.label : `${props.label}. ${props.hint}`} side="bottom">
      <Button
        variant="ghost"
        aria-pressed={props.on}
        aria-label={props.label}
        data-testid={props.testId}
        onClick={() => props.onChange(!props.on)}
        className={props.on ? 'bg-accent-soft! text-accent!' : undefined}
      >
        {props.children}
      </Button>
    </Tooltip>
  );
}
