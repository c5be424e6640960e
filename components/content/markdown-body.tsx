'use client';

import type { Root } from 'hast';
import { toJsxRuntime, type Components } from 'hast-util-to-jsx-runtime';
import { memo, useEffect, useMemo, useState } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { blocksOf } from './chunks';
import { FencedCode } from './fenced-code';
import { markdownTree, splitTree, type ReadHtml } from './markdown-tree';
import { SafeLink } from './safe-link';

const PIECE = 8_000;

const components: Partial<Components> = {
  a: SafeLink,
  code: FencedCode,
  table: ({ children }) => (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <section className="scroll-x" tabIndex={0} aria-label="Table">
      <table>{children}</table>
    </section>
  ),
};

export interface MarkdownBodyProps {
  readonly text: string;
  /** For text that may hold HTML. */
  readonly readHtml?: ReadHtml;
}

/** Markdown as elements, in pieces; loaded apart, since its parsers are half of a page's code. */
export function MarkdownBody({ text, readHtml }: MarkdownBodyProps) {
  const pieces = useMemo(() => sourcePieces(text), [text]);
  const mounted = useGradually(pieces.length);
  return pieces.slice(0, mounted).map((piece, index) => <MarkdownPiece key={index} text={piece} readHtml={readHtml} />);
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

interface PieceProps {
  readonly text: string;
  readonly readHtml: ReadHtml | undefined;
}

const MarkdownPiece = memo(function MarkdownPiece({ text, readHtml }: PieceProps) {
  const trees = useMemo(() => splitTree(markdownTree(text, readHtml), PIECE), [text, readHtml]);
  return trees.map((tree, index) => (
    <div key={index} className="prose-piece">
      {render(tree)}
    </div>
  ));
});

function render(tree: Root) {
  return toJsxRuntime(tree, { Fragment, jsx, jsxs, components, ignoreInvalidStyle: true });
}
