'use client';

import { useCallback, useMemo, type RefObject } from 'react';
import { stepsInOrder, type InspectorRow } from './inspector-rows';
import { Minimap } from './minimap';
import type { RowListHandle } from './row-list';

export interface InspectorMapProps {
  readonly rows: readonly InspectorRow[];
  /** Index of the row that the address names. */
  readonly at: number;
  readonly list: RefObject<RowListHandle | null>;
  readonly onJump: (step: number) => void;
}

/** The map speaks of steps, the list of rows. */
export function InspectorMap({ rows, at, list, onJump }: InspectorMapProps) {
  const steps = useMemo(() => stepsInOrder(rows), [rows]);
  const stepOfRow = useMemo(() => stepIndices(rows), [rows]);
  const inWindow = useCallback(() => {
    const { first, last } = list.current?.range() ?? { first: 0, last: 0 };
    return { first: stepOfRow[first] ?? 0, last: stepOfRow[last] ?? 0 };
  }, [list, stepOfRow]);
  return (
    <div className="sticky top-[calc(var(--header-height)+2.625rem)] h-[calc(100dvh-var(--header-height)-2.625rem)] py-2">
      <Minimap
        steps={steps}
        current={at < 0 ? -1 : (stepOfRow[at] ?? -1)}
        inWindow={inWindow}
        onJump={(index) => (steps[index] === undefined ? undefined : onJump(steps[index].step))}
      />
    </div>
  );
}

/** @returns for each row the index of its step among those that have a row */
function stepIndices(rows: readonly InspectorRow[]): number[] {
  let step = -1;
  return rows.map((row) => {
    if (row.kind !== 'branch' && row.isFirst) step++;
    return Math.max(0, step);
  });
}
