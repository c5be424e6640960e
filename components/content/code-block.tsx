'use client';

import { useMemo, useState, type ReactNode } from 'react';
import { Button, cx } from '@/components/ui';
import { formatCount } from '@/lib/format/numbers';
import { chunksOf, countLines, cutAt, lengthOfLines } from './chunks';
import { visibleText } from './visible-text';

const FIRST_LINES = 40;
const FIRST_CHARACTERS = 6_000;
const NEXT_CHARACTERS = 2_000_000;
const PIECE = 8_000;

export interface CodeBlockProps {
  /** Text as it stands; hostile. */
  readonly text: string;
  /** Accessible name, e.g. "Training document". */
  readonly label: string;
  /** Lines and characters to show at first. */
  readonly firstLines?: number;
  readonly firstCharacters?: number;
  /** Long lines are wrapped, else scrolled. */
  readonly wrap?: boolean;
  /** Position of a character that must be in sight; the fold opens as far. */
  readonly reveal?: number | null;
  /** Draws the text that is shown in another way, e.g. in colours; null where it is too long for that. */
  readonly render?: (shown: string) => ReactNode;
  readonly className?: string;
}

/** Characters that are shown after the one that must be in sight. */
const BEYOND = 2_000;

/** Text verbatim in mono. Long text is folded; its pieces are laid out as they come into view, so it stays searchable. */
export function CodeBlock({ text, label, wrap = true, reveal = null, render, className, ...first }: CodeBlockProps) {
  const { firstLines = FIRST_LINES, firstCharacters = FIRST_CHARACTERS } = first;
  const [limit, setLimit] = useState(0);
  const folded = limit === 0;
  const end = useMemo(() => {
    const shown = folded ? foldedLength(text, firstLines, firstCharacters) : cutAt(text, limit);
    return reveal === null || reveal < shown ? shown : cutAt(text, reveal + BEYOND);
  }, [text, folded, limit, firstLines, firstCharacters, reveal]);
  const drawn = useMemo(() => render?.(text.slice(0, end)) ?? null, [render, text, end]);
  const pieces = useMemo(
    () => (drawn === null ? chunksOf(visibleText(text.slice(0, end)), PIECE) : []),
    [drawn, text, end],
  );
  const foldable = end < text.length || !folded;
  return (
    <figure aria-label={label} className={cx('min-w-0 rounded-md border border-line bg-sunken', className)}>
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
        tabIndex={0}
        className={cx(
          'code-corpus overflow-x-auto px-3 py-2',
          wrap ? 'whitespace-pre-wrap [overflow-wrap:anywhere]' : '',
        )}
      >
        {drawn}
        {pieces.map((piece, index) => (
          <div key={index} className="code-piece">
            {piece}
          </div>
        ))}
      </pre>
      {foldable ? (
        <figcaption className="flex items-center gap-3 border-t border-line px-3 py-1.5" data-testid="fold-bar">
          <Button size="sm" onClick={() => setLimit(end < text.length ? end + NEXT_CHARACTERS : 0)}>
            {end < text.length ? showLabel(text.length, end) : 'Fold'}
          </Button>
          <span className="tabular text-xs text-ink-3">{extent(text, end)}</span>
        </figcaption>
      ) : null}
    </figure>
  );
}

/** What hardly exceeds the fold is shown whole. */
function foldedLength(text: string, lines: number, characters: number): number {
  const cut = Math.min(lengthOfLines(text, lines), cutAt(text, characters));
  return text.length - cut < characters / 6 && countLines(text.slice(cut)) < lines / 4 ? text.length : cut;
}

function showLabel(total: number, shown: number): string {
  const rest = total - shown;
  return rest <= NEXT_CHARACTERS
    ? `Show all ${formatCount(total)} characters`
    : `Show ${formatCount(NEXT_CHARACTERS)} more characters`;
}

function extent(text: string, end: number): string {
  const lines = formatCount(countLines(text));
  return end < text.length ? `${formatCount(countLines(text.slice(0, end)))} of ${lines} lines` : `${lines} lines`;
}
