'use client';

import { lazy, Suspense, useMemo, useState } from 'react';
import { Button, cx } from '@/components/ui';
import { formatCount } from '@/lib/format/numbers';
import { cutAt } from './chunks';
import { hasMarkup, mayHoldHtml } from './markup';
import { visibleText } from './visible-text';

/** Characters parsed and shown at first, and with each press of "show" after that. */
const FIRST = 6_000;
const NEXT = 250_000;

const MarkdownBody = lazy(() => import('./markdown-body').then((module) => ({ default: module.MarkdownBody })));
const MarkdownHtmlBody = lazy(() =>
  import('./markdown-html-body').then((module) => ({ default: module.MarkdownHtmlBody })),
);

export interface MarkdownProps {
  /** Markdown or HTML out of a corpus. Hostile: it is sanitised here. */
  readonly text: string;
  /** Characters to show at first. */
  readonly first?: number;
  /** Position of a character that must be in sight; the fold opens as far. */
  readonly reveal?: number | null;
  readonly className?: string;
}

/**
 * Rendered documentation. Nothing in it runs and nothing is fetched; long text is folded, and its pieces are laid out
 * as they come into view.
 */
export function Markdown({ text, first = FIRST, reveal = null, className }: MarkdownProps) {
  const [pressed, setLimit] = useState(first);
  const limit = Math.max(pressed, (reveal ?? 0) + 1);
  // A text that is hardly longer than the fold is shown whole.
  const end = text.length <= limit * 1.25 ? text.length : cutAt(text, limit);
  const shown = useMemo(() => visibleText(text.slice(0, end)), [text, end]);
  const plain = (
    <div className="prose-piece">
      <p className="whitespace-pre-wrap">{shown}</p>
    </div>
  );
  return (
    <div className={cx('prose-corpus', className)}>
      {hasMarkup(shown) ? (
        <Suspense fallback={plain}>
          {mayHoldHtml(shown) ? <MarkdownHtmlBody text={shown} /> : <MarkdownBody text={shown} />}
        </Suspense>
      ) : (
        plain
      )}
      {end < text.length || limit > first ? (
        <FoldBar
          shown={end}
          total={text.length}
          next={NEXT}
          onMore={() => setLimit(end + NEXT)}
          onFold={() => setLimit(first)}
        />
      ) : null}
    </div>
  );
}

interface FoldBarProps {
  /** Characters on screen, and in all. */
  readonly shown: number;
  readonly total: number;
  /** Characters that the next press adds at most. */
  readonly next: number;
  readonly onMore: () => void;
  readonly onFold: () => void;
}

/** Where a long text is cut: how long it is, and the way to the rest. */
function FoldBar({ shown, total, next, onMore, onFold }: FoldBarProps) {
  const rest = total - shown;
  return (
    <div className="fold-bar" data-testid="fold-bar">
      {rest > 0 ? (
        <Button size="sm" onClick={onMore}>
          {rest <= next ? `Show all ${formatCount(total)} characters` : `Show ${formatCount(next)} more characters`}
        </Button>
      ) : (
        <Button size="sm" onClick={onFold}>
          Fold
        </Button>
      )}
      <span className="tabular text-xs text-ink-3">
        {rest > 0 ? `${formatCount(shown)} of ${formatCount(total)} shown` : `${formatCount(total)} characters`}
      </span>
    </div>
  );
}
