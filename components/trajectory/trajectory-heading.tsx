'use client';

import { visibleText } from '@/components/content/visible-text';
import { CopyButton } from '@/components/ui';

export interface TrajectoryHeadingProps {
  readonly id: string;
  /** What the trajectory is about; its id where it has no task. */
  readonly task: string;
  /** Whether the address alone leads here again: not where a file of the person's own is open. */
  readonly hasLink: boolean;
}

/** The title line of a trajectory, of a corpus or of an opened file. */
export function TrajectoryHeading({ id, task, hasLink }: TrajectoryHeadingProps) {
  return (
    <div className="mt-1 flex flex-wrap items-start gap-x-3 gap-y-1">
      <h1
        className="line-clamp-2 min-w-0 max-w-[90ch] text-lg font-semibold [overflow-wrap:anywhere]"
        data-testid="task"
      >
        {visibleText(task)}
      </h1>
      <span className="-ml-1 flex items-center">
        <CopyButton text={id} label="Copy id" />
        {hasLink ? <CopyButton text={() => window.location.href} label="Copy link" /> : null}
      </span>
    </div>
  );
}
