'use client';

import { RotateCcw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { CopyButton } from './copy-button';
import { cx } from './cx';

/** What an error may carry besides its message; a CorpusError does. */
interface ExplainedError extends Error {
  /** What the reader can do. */
  readonly advice?: unknown;
  /** Statement that failed; copied with the details. */
  readonly sql?: unknown;
}

export interface ErrorPanelProps {
  readonly error: unknown;
  /** What could not be shown: "The sources could not be shown". */
  readonly title?: string;
  /** Tries again. No button without it. */
  readonly onRetry?: () => void;
  /** More ways on. */
  readonly actions?: ReactNode;
  readonly className?: string;
}

/** A failure: what happened, to what, and what to do. */
export function ErrorPanel({
  error,
  title = 'This part could not be shown',
  onRetry,
  actions,
  className,
}: ErrorPanelProps) {
  const { message, advice, report } = explain(error);
  return (
    <div
      role="alert"
      className={cx('rounded-md border border-line border-l-2 border-l-bad bg-surface px-4 py-3', className)}
    >
      <p className="flex items-center gap-2 font-semibold">
        <TriangleAlert className="size-4 shrink-0 text-bad" aria-hidden />
        {title}
      </p>
      <p className="mt-1 max-w-prose break-words text-ink-2">{message}</p>
      {advice ? <p className="mt-1 max-w-prose text-ink-2">{advice}</p> : null}
      <div className="mt-3 flex flex-wrap gap-2">
        {onRetry ? (
          <Button size="sm" onClick={onRetry}>
            <RotateCcw aria-hidden /> Try again
          </Button>
        ) : null}
        {actions}
        <CopyButton text={report} label="Copy details" size="sm" />
      </div>
    </div>
  );
}

interface Explanation {
  readonly message: string;
  readonly advice: string | null;
  /** All of it, for the clipboard. */
  readonly report: string;
}

/** Characters; messages may quote corpus text. */
const MAX_MESSAGE = 1_000;

function explain(error: unknown): Explanation {
  const known: Partial<ExplainedError> = error instanceof Error ? error : {};
  const message = (known.message ?? String(error)).slice(0, MAX_MESSAGE);
  const advice = typeof known.advice === 'string' ? known.advice : null;
  const sql = typeof known.sql === 'string' ? known.sql : null;
  const where = typeof location === 'undefined' ? null : location.href;
  const lines = [known.name ?? 'Error', message, advice, sql, where];
  return { message, advice, report: lines.filter((line) => line !== null).join('\n') };
}
