'use client';

import { Search, X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Kbd } from '@/components/ui/kbd';

export interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly testId: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Enter and the down arrow lead on to the list. */
  readonly onLeave: () => void;
  /** Someone is about to type. */
  readonly onFocus: () => void;
}

/** Searches on each keystroke; `/` brings the focus here from anywhere on the page, Escape empties it. */
export function SearchField(props: SearchFieldProps) {
  const { value, onChange, onLeave, onFocus } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && value !== '') {
      event.preventDefault();
      onChange('');
    } else if (event.key === 'ArrowDown' || event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault();
      onLeave();
    }
  };
  return (
    <search className="relative flex h-8 min-w-0 flex-1 items-center rounded-md border border-line-strong bg-surface focus-within:border-accent pointer-coarse:h-10">
      <Search className="ml-2.5 size-4 shrink-0 text-ink-3" aria-hidden />
      <input
        ref={input}
        type="text"
        role="searchbox"
        aria-label={props.label}
        data-testid={props.testId}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        placeholder={props.placeholder}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={200}
        className="peer h-full w-full min-w-0 bg-transparent px-2 text-base outline-none text-ellipsis placeholder:text-ink-3"
      />
      {value === '' ? (
        <span className="mr-2 peer-focus:hidden pointer-coarse:hidden">
          <Kbd>/</Kbd>
        </span>
      ) : (
        <button
          type="button"
          aria-label="Clear search"
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
          className="mr-1 grid size-6 cursor-pointer place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink pointer-coarse:size-9"
        >
          <X className="size-3.5" aria-hidden />
        </button>
      )}
    </search>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
