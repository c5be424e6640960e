'use client';

import { GitBranch, ListCollapse, PanelRight, Search, TriangleAlert, WrapText } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, cx, IconButton } from '@/components/ui';
import { formatCount, formatPlural } from '@/lib/format/numbers';
import { STEP_KINDS, type InspectorState, type StepKind } from '@/lib/url';
import { KIND_LOOKS } from './kinds';
import type { ChangeState } from './use-inspector-state';

export interface InspectorBarProps {
  readonly state: InspectorState;
  readonly onChange: ChangeState;
  /** Kinds that the trajectory has. */
  readonly kinds: ReadonlySet<StepKind>;
  readonly hasBranches: boolean;
  /** Rows in which something is wrong. */
  readonly problems: number;
  readonly panelOpen: boolean;
  readonly onFind: () => void;
  readonly onNextProblem: () => void;
  readonly onFoldAll: () => void;
  readonly onTogglePanel: () => void;
  readonly actions: ReactNode;
}

/** What is shown and how: it stays at the top of the window, and its kinds are the legend of the map. */
export function InspectorBar(props: InspectorBarProps) {
  const { state, onChange, problems, panelOpen } = props;
  return (
    <div className="flex h-10 min-w-0 items-center gap-2" data-testid="inspector-bar">
      <KindToggles {...props} />
      <div className="ml-auto flex shrink-0 items-center gap-0.5">
        {problems > 0 ? (
          <Button
            size="sm"
            variant="ghost"
            onClick={props.onNextProblem}
            title="Next error or problem (E)"
            aria-label={`Next of ${formatPlural(problems, 'error or problem', 'errors and problems')}`}
          >
            <TriangleAlert className="text-warn!" aria-hidden />
            <span className="tabular">{formatCount(problems)}</span>
          </Button>
        ) : null}
        {props.hasBranches ? <BranchTools {...props} /> : null}
        <IconButton label="Find in this trajectory" keys={['/']} size="sm" onClick={props.onFind}>
          <Search aria-hidden />
        </IconButton>
        <IconButton
          label={state.wrap ? 'Do not wrap long lines' : 'Wrap long lines'}
          size="sm"
          aria-pressed={state.wrap}
          onClick={() => onChange({ wrap: !state.wrap })}
          className={cx('max-sm:hidden', state.wrap && 'text-accent')}
        >
          <WrapText aria-hidden />
        </IconButton>
        {props.actions}
        <IconButton
          label={panelOpen ? 'Close the panel' : 'Open the panel'}
          keys={['T']}
          size="sm"
          aria-pressed={panelOpen}
          onClick={props.onTogglePanel}
          className={cx(panelOpen && 'text-accent')}
          data-testid="toggle-panel"
        >
          <PanelRight aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}

function KindToggles({ state, onChange, kinds }: InspectorBarProps) {
  const { hide } = state;
  const toggle = (kind: StepKind) =>
    onChange({ hide: hide.includes(kind) ? hide.filter((other) => other !== kind) : [...hide, kind] });
  return (
    <fieldset className="flex min-w-0 items-center gap-0.5 overflow-x-auto [scrollbar-width:none]">
      <legend className="sr-only">Show</legend>
      {STEP_KINDS.filter((kind) => kinds.has(kind)).map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={!hide.includes(kind)}
          onClick={() => toggle(kind)}
          className={cx(
            'inline-flex h-6 shrink-0 cursor-pointer items-center gap-1.5 rounded-sm px-1.5 text-xs hover:bg-hover pointer-coarse:h-9',
            hide.includes(kind) ? 'text-ink-3 line-through' : 'text-ink-2',
          )}
        >
          <span
            aria-hidden
            className={cx('size-2 rounded-[2px]', KIND_LOOKS[kind].fill, hide.includes(kind) && 'opacity-30')}
          />
          {KIND_LOOKS[kind].label}
        </button>
      ))}
    </fieldset>
  );
}

function BranchTools({ state, onChange, onFoldAll }: InspectorBarProps) {
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        aria-pressed={state.path === 'answer'}
        onClick={() => onChange({ path: state.path === null ? 'answer' : null })}
        title="Show only the path that led to the answer"
        className={cx(state.path !== null && 'text-accent')}
        data-testid="answer-path"
      >
        <GitBranch aria-hidden /> <span className="max-md:sr-only">Answer path only</span>
      </Button>
      <IconButton
        label={state.fold.length > 0 ? 'Unfold all branches' : 'Fold all other branches'}
        size="sm"
        onClick={onFoldAll}
      >
        <ListCollapse aria-hidden />
      </IconButton>
    </>
  );
}
