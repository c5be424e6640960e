'use client';

import type { Root } from 'hast';
import { toJsxRuntime, type Components } from 'hast-util-to-jsx-runtime';
import { memo, useEffect, useMemo, useState } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { Button, cx } from '@/components/ui';
import { formatCount } from '@/lib/format/numbers';
import { blocksOf, cutAt } from './chunks';
import { markdownTree, splitTree } from './markdown-tree';
import './content.css';
import { SafeLink } from './safe-link';
import { visibleText } from './visible-text';

/** Characters parsed and shown at first, and with each press of "show" after that. */
const FIRST = 6_000;
const NEXT = 250_000;
const PIECE = 8_000;

const components: Partial<Components> = {
  a: SafeLink,
  table: ({ children }) => (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <section className="scroll-x" tabIndex={0} aria-label="Table">
      <table>{children}</table>
    </section>
  ),
};

export interface MarkdownProps {
  /** Markdown or HTML out of a corpus. Hostile: it is sanitised here. */
  readonly text: string;
  /** Characters to show at first. */
  readonly first?: number;
  readonly className?: string;
}

/**
 * Rendered documentation. Nothing in it runs and nothing is fetched; long text is folded, and its pieces are laid out
 * as they come into view.
 */
export function Markdown({ text, first = FIRST, className }: MarkdownProps) {
  const [limit, setLimit] = useState(first);
  // A text that is hardly longer than the fold is shown whole.
  const end = text.length <= limit * 1.25 ? text.length : cutAt(text, limit);
  const pieces = useMemo(() => sourcePieces(visibleText(text.slice(0, end))), [text, end]);
  const mounted = useGradually(pieces.length);
  return (
    <div className={cx('prose-corpus', className)}>
      {pieces.slice(0, mounted).map((piece, index) => (
        <MarkdownPiece key={index} text={piece} />
      ))}
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

/** What is short enough is parsed whole, so that references reach all of it. */
function sourcePieces(text: string): readonly string[] {
  return text.length <= 3 * PIECE ? [text] : blocksOf(text, PIECE);
}

/** Counts up to `count`, a step per frame: pieces of a long text are parsed one by one, and the page stays responsive. */
function useGradually(count: number): number {
  const [reached, setReached] = useState(1);
  useEffect(() => {
    if (reached >= count) return;
    const frame = requestAnimationFrame(() => setReached(reached + 1));
    return () => cancelAnimationFrame(frame);
  }, [reached, count]);
  return Math.min(reached, count);
}

const MarkdownPiece = memo(function MarkdownPiece({ text }: { readonly text: string }) {
  const trees = useMemo(() => splitTree(markdownTree(text), PIECE), [text]);
  return trees.map((tree, index) => (
    <div key={index} className="prose-piece">
      {render(tree)}
    </div>
  ));
});

function render(tree: Root) {
  return toJsxRuntime(tree, { Fragment, jsx, jsxs, components, ignoreInvalidStyle: true });
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
