'use client';

import { Check, ChevronDown } from 'lucide-react';
import * as RadixSelect from 'radix-ui/select';
import { cx } from './cx';

export interface SelectOption<V extends string> {
  /** Not empty: Radix keeps '' for "nothing chosen". */
  readonly value: V;
  readonly label: string;
}

export interface SelectProps<V extends string> {
  /** Accessible name. */
  readonly label: string;
  readonly value: V;
  readonly onValueChange: (value: V) => void;
  readonly options: readonly SelectOption<V>[];
  /** Words before the value within the control, e.g. "Sort by". */
  readonly prefix?: string;
  readonly disabled?: boolean;
  readonly className?: string;
}

/** One of several values, as a list box. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, value, onValueChange, options, prefix, disabled = false, className } = props;
  return (
    <RadixSelect.Root value={value} onValueChange={(next) => onValueChange(next as V)} disabled={disabled}>
      <RadixSelect.Trigger
        aria-label={label}
        className={cx(
          'inline-flex h-7 max-w-full cursor-pointer items-center gap-1.5 rounded-md border border-line-strong bg-surface pr-1.5 pl-2.5 text-sm',
          'transition-colors hover:border-ink-3 disabled:opacity-50 pointer-coarse:h-9',
          className,
        )}
      >
        {prefix ? <span className="text-ink-3">{prefix}</span> : null}
        <span className="min-w-0 flex-1 truncate text-left">
          <RadixSelect.Value />
        </span>
        <ChevronDown className="size-3.5 shrink-0 text-ink-3" aria-hidden />
      </RadixSelect.Trigger>
      <RadixSelect.Portal>
        <RadixSelect.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="floating max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-hidden p-1"
        >
          <RadixSelect.Viewport>
            {options.map((option) => (
              <RadixSelect.Item
                key={option.value}
                value={option.value}
                className="flex min-h-7 cursor-pointer items-center gap-3 rounded-sm pr-2 pl-2 text-sm outline-none select-none data-highlighted:bg-hover pointer-coarse:min-h-9"
              >
                <RadixSelect.ItemText>{option.label}</RadixSelect.ItemText>
                <RadixSelect.ItemIndicator className="ml-auto">
                  <Check className="size-3.5 text-accent" aria-hidden />
                </RadixSelect.ItemIndicator>
              </RadixSelect.Item>
            ))}
          </RadixSelect.Viewport>
        </RadixSelect.Content>
      </RadixSelect.Portal>
    </RadixSelect.Root>
  );
}
