'use client';

import { memo } from 'react';
import { BranchRowView } from './branch-row';
import { CallRowView } from './call-row';
import type { Hit } from './find-hits';
import type { InspectorRow } from './inspector-rows';
import { MessageRowView } from './message-row';
import { ObservationRowView } from './observation-row';
import type { StepTree } from './step-tree';

export interface RowViewProps<R extends InspectorRow = InspectorRow> {
  readonly row: R;
  readonly isCurrent: boolean;
  /** What was looked for and has to be in sight, where it is in this row. */
  readonly reveal: Hit | null;
}

export interface AnyRowProps extends RowViewProps {
  readonly tree: StepTree;
}

/** One row, whatever it is; drawn again only where it changed. */
export const RowView = memo(function RowView({ row, isCurrent, reveal, tree }: AnyRowProps) {
  switch (row.kind) {
    case 'branch':
      return <BranchRowView row={row} tree={tree} />;
    case 'call':
      return <CallRowView row={row} isCurrent={isCurrent} reveal={reveal} />;
    case 'observation':
      return <ObservationRowView row={row} isCurrent={isCurrent} reveal={reveal} />;
    default:
      return <MessageRowView row={row} isCurrent={isCurrent} reveal={reveal} />;
  }
});
