'use client';

import { useState, type ReactNode } from 'react';
import { TextField } from '@/components/ui/text-field';

export interface EntryFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly hint?: ReactNode;
  /** The value as text. */
  readonly text: string;
  /** @returns null where the text is none */
  readonly parse: (text: string) => number | null;
  /** Called when the field is left or Enter is pressed, with another value than it had. */
  readonly onEnter: (value: number) => void;
  /** What a value looks like, shown where the text is none. */
  readonly example: string;
  readonly disabled?: boolean;
  readonly className?: string;
}

/** A number that is taken when it is whole: on Enter, or when the field is left. Escape takes the typing back. */
export function EntryField({ text, parse, onEnter, example, ...field }: EntryFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && parse(typed) === null;
  const enter = () => {
    const value = typed === null ? null : parse(typed);
    if (isWrong) return;
    setTyped(null);
    if (value !== null && value !== parse(text)) onEnter(value);
  };
  return (
    <TextField
      {...field}
      inputMode="text"
      autoComplete="off"
      spellCheck={false}
      value={typed ?? text}
      error={isWrong ? `Such as ${example}.` : null}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={enter}
      onKeyDown={(event) => {
        if (event.key === 'Enter') enter();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
