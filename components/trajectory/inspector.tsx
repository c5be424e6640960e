'use client';

import type { ReactNode } from 'react';
import { TO_PAGE_END } from '@/components/content/page-width';
import { cx, Loading } from '@/components/ui';
import type { InspectorState } from '@/lib/url';
import { FindBar } from './find-bar';
import { InspectorBar } from './inspector-bar';
import { InspectorMap } from './inspector-map';
import { Panel, PanelSheet } from './inspector-panel';
import { PlaceNote } from './place-note';
import { callOfPlace, isCurrent } from './places';
import { RowList } from './row-list';
import { RowView } from './row-view';
import { SharedContext } from './shared';
import type { CallRow, InspectorReads, StepRow, TrajectoryLinks } from './types';
import { useInspector, type InspectorModel } from './use-inspector';
import { useInspectorKeys } from './use-inspector-keys';
import type { ChangeState } from './use-inspector-state';

export interface InspectorProps {
  /** The steps of the trajectory, in order. */
  readonly steps: readonly StepRow[];
  /** False while more steps follow, which are still read. */
  readonly isWhole?: boolean;
  /** Rows of the table of calls; null while they are not read. */
  readonly calls: readonly CallRow[] | null;
  readonly reads: InspectorReads;
  readonly links: TrajectoryLinks;
  readonly state: InspectorState;
  readonly onChange: ChangeState;
  /** More controls for the bar. */
  readonly actions?: ReactNode;
}

/** A trajectory, step by step, each call beside what its API says: of a corpus, or of an opened file. */
export function Inspector(props: InspectorProps) {
  const { steps, state, isWhole = true } = props;
  const model = useInspector(props);
  useInspectorKeys(model, state);
  if (steps.length === 0)
    return <p className="border-t border-line py-6 text-sm text-ink-3">This trajectory has no steps.</p>;
  const { panel, shared, at, hasSettled } = model;
  const panelProps = { panel: panel.tab, onPanel: panel.show, selected: callOfPlace(steps, state), steps, hasSettled };
  return (
    <SharedContext value={shared}>
      <section aria-label="Steps" data-testid="inspector">
        <Head {...props} model={model} />
        <PlaceNote state={state} steps={steps} isShown={at >= 0} />
        <div
          className={cx(
            'grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2 lg:gap-x-3',
            TO_PAGE_END.frame,
            columns(panel.isBeside),
          )}
        >
          {isWhole ? <InspectorMap rows={model.rows} at={at} list={model.list} onJump={model.moves.go} /> : <span />}
          <Rows model={model} state={state} isWhole={isWhole} />
          {panel.isBeside ? (
            <aside
              aria-label="Beside the steps"
              className="sticky top-[calc(var(--header-height)+2.625rem)] h-[calc(100dvh-var(--header-height)-2.625rem)] overflow-y-auto overscroll-contain border-l border-line pt-1 pb-8 pl-4"
              data-testid="panel"
            >
              <Panel {...panelProps} />
            </aside>
          ) : null}
        </div>
        {panel.isOpen && !panel.isBeside ? <PanelSheet {...panelProps} onClose={panel.toggle} /> : null}
      </section>
    </SharedContext>
  );
}

function columns(hasPanel: boolean): string {
  return hasPanel
    ? 'lg:grid-cols-[1.75rem_minmax(0,1fr)_25rem] xl:grid-cols-[1.75rem_minmax(0,1fr)_28rem]'
    : 'lg:grid-cols-[1.75rem_minmax(0,1fr)]';
}

type HeadProps = Pick<InspectorProps, 'state' | 'onChange' | 'actions' | 'isWhole'> & {
  readonly model: InspectorModel;
};

/** The bar, and the field to find text: at the top of the window. */
function Head({ state, onChange, actions = null, isWhole = true, model }: HeadProps) {
  const { moves, panel, findBar } = model;
  return (
    <div className="sticky top-(--header-height) z-10 -mx-3 border-y border-line bg-canvas px-3 sm:-mx-5 sm:px-5">
      <InspectorBar
        {...{ state, onChange, actions }}
        kinds={model.kinds}
        hasBranches={model.tree.hasBranches}
        problems={isWhole ? model.problems : 0}
        panelOpen={panel.isOpen}
        onFind={findBar.open}
        onNextProblem={moves.toProblem(1)}
        onFoldAll={moves.foldAll}
        onTogglePanel={panel.toggle}
      />
      {findBar.isOpen ? (
        <FindBar
          text={state.find}
          find={model.find}
          field={findBar.field}
          onText={(find) => onChange({ find })}
          onGo={model.goToHit}
          onShowAll={() => onChange({ hide: [], path: null, fold: [] })}
          onClose={findBar.close}
        />
      ) : null}
    </div>
  );
}

interface RowsProps {
  readonly model: InspectorModel;
  readonly state: InspectorState;
  readonly isWhole: boolean;
}

function Rows({ model, state, isWhole }: RowsProps) {
  const { rows, tree, at, list, box, find, hasSettled, isLookedAt } = model;
  return (
    <div ref={box} className={cx('min-w-0', TO_PAGE_END.scrolled)}>
      <RowList
        rows={rows}
        initial={at}
        hasSettled={hasSettled}
        isLookedAt={isLookedAt}
        handle={list}
        renderRow={(row) => (
          <RowView
            row={row}
            tree={tree}
            isCurrent={isCurrent(row, state)}
            reveal={find.hit?.key === row.key ? find.hit : null}
          />
        )}
      />
      {isWhole ? null : (
        <Loading label="Loading the other steps">
          <p className="border-t border-line py-3 text-sm text-ink-3">The other steps are being read…</p>
        </Loading>
      )}
    </div>
  );
}
