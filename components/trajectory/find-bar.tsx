'use client';

import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { Ref } from 'react';
import { Button, IconButton, TextField } from '@/components/ui';
import { formatCount } from '@/lib/format/numbers';
import { MOST_HITS } from './find-hits';
import type { Find } from './use-find';

export interface FindBarProps {
  readonly text: string;
  readonly find: Find;
  readonly field: Ref<HTMLInputElement>;
  readonly onText: (text: string) => void;
  readonly onGo: (index: number) => void;
  readonly onShowAll: () => void;
  readonly onClose: () => void;
}

/** Finds text in the whole trajectory, be it on screen or not. */
export function FindBar({ text, find, field, onText, onGo, onShowAll, onClose }: FindBarProps) {
  const { hits, at, hidden } = find;
  const count = hits.length;
  const step = (by: number) => {
    if (count > 0) onGo(at < 0 ? (by > 0 ? 0 : count - 1) : (at + by + count) % count);
  };
  return (
    <search className="flex flex-wrap items-center gap-x-2 gap-y-1 border-t border-line py-1.5">
      <TextField
        ref={field}
        label="Find in this trajectory"
        hideLabel
        placeholder="Find in this trajectory"
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
        }}
        className="min-w-40 flex-1 sm:max-w-80"
        data-testid="find-field"
      />
      <output className="tabular min-w-16 text-xs text-ink-3" data-testid="find-count">
        {text.trim() === ''
          ? ''
          : count === 0
            ? 'not found'
            : `${at < 0 ? '' : `${formatCount(at + 1)} of `}${formatCount(count)}${count === MOST_HITS ? ' or more' : ''}`}
      </output>
      <IconButton label="Previous" keys={['Shift', 'Enter']} size="sm" disabled={count === 0} onClick={() => step(-1)}>
        <ChevronUp aria-hidden />
      </IconButton>
      <IconButton label="Next" keys={['Enter']} size="sm" disabled={count === 0} onClick={() => step(1)}>
        <ChevronDown aria-hidden />
      </IconButton>
      {hidden > 0 ? (
        <Button size="sm" variant="ghost" onClick={onShowAll}>
          {formatCount(hidden)} more in what is hidden: show it
        </Button>
      ) : null}
      <IconButton label="Close" keys={['Esc']} size="sm" onClick={onClose} className="ml-auto">
        <X aria-hidden />
      </IconButton>
    </search>
  );
}
