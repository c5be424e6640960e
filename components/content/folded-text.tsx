'use client';

import { useState } from 'react';
import { cx } from '@/components/ui';
import { formatCount } from '@/lib/format/numbers';
import { cutAt } from './chunks';
import { visibleText } from './visible-text';

export interface FoldedTextProps {
  /** Hostile text. */
  readonly text: string;
  /** Characters to show at first, and characters that unfolding adds at most. */
  readonly first: number;
  readonly next?: number;
  /** What stands around the text, e.g. quotes. */
  readonly quote?: string;
  readonly className?: string;
}

/** A run of text within a line; a long one is folded and says how long it is. */
export function FoldedText({ text, first, next = 20_000, quote = '', className }: FoldedTextProps) {
  const [limit, setLimit] = useState(first);
  const end = text.length <= limit * 1.2 ? text.length : cutAt(text, limit);
  const whole = end === text.length;
  return (
    <span className={cx('[overflow-wrap:anywhere] whitespace-pre-wrap', className)}>
      {quote}
      {visibleText(text.slice(0, end))}
      {whole ? quote : '… '}
      {whole ? null : (
        <button
          type="button"
          className="cursor-pointer rounded-sm bg-sunken px-1 font-sans text-2xs text-accent ring-1 ring-line hover:underline"
          onClick={() => setLimit(end + next)}
        >
          {formatCount(text.length)} characters
        </button>
      )}
    </span>
  );
}
