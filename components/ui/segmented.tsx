'use client';

import * as RadixToggleGroup from 'radix-ui/toggle-group';
import type { ReactNode } from 'react';

export interface SegmentedProps<V extends string> {
  /** Accessible name. */
  readonly label: string;
  readonly value: V;
  readonly onValueChange: (value: V) => void;
  readonly options: readonly { readonly value: V; readonly label: ReactNode }[];
}

/** One of two to four views of the same thing; one is always chosen. */
export function Segmented<V extends string>({ label, value, onValueChange, options }: SegmentedProps<V>) {
  return (
    <RadixToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      // Radix reports '' when the chosen one is pressed again.
      onValueChange={(next) => (next === '' ? undefined : onValueChange(next as V))}
      className="inline-flex h-7 items-center rounded-md border border-line bg-sunken p-0.5 pointer-coarse:h-9"
    >
      {options.map((option) => (
        <RadixToggleGroup.Item
          key={option.value}
          value={option.value}
          className="inline-flex h-full cursor-pointer items-center gap-1 rounded-[3px] border border-transparent px-2 text-xs text-ink-2 hover:text-ink data-[state=on]:border-line-strong data-[state=on]:bg-surface data-[state=on]:font-medium data-[state=on]:text-ink [&_svg]:size-3.5"
        >
          {option.label}
        </RadixToggleGroup.Item>
      ))}
    </RadixToggleGroup.Root>
  );
}
