'use client';

import { Check, Minus } from 'lucide-react';
import * as RadixCheckbox from 'radix-ui/checkbox';
import { useId, type ReactNode } from 'react';
import { cx } from './cx';

export interface CheckboxProps {
  readonly checked: boolean | 'indeterminate';
  readonly onCheckedChange: (checked: boolean) => void;
  /** Visible, and the accessible name. */
  readonly label: ReactNode;
  /** What stands at the right end of the row, e.g. a count; part of the accessible name. */
  readonly trailing?: ReactNode;
  readonly disabled?: boolean;
  readonly className?: string;
}

/** A box with its label; the whole row is the target. */
export function Checkbox({ checked, onCheckedChange, label, trailing, disabled = false, className }: CheckboxProps) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className={cx('flex min-h-6 cursor-pointer items-center gap-2 text-sm pointer-coarse:min-h-9', className)}
    >
      <RadixCheckbox.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onCheckedChange(next === true)}
        className={cx(
          'flex size-3.5 shrink-0 cursor-pointer items-center justify-center rounded-[3px] border border-ink-3 bg-surface text-on-accent',
          'disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent',
          'data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent',
        )}
      >
        <RadixCheckbox.Indicator>
          {checked === 'indeterminate' ? (
            <Minus className="size-2.5" strokeWidth={4} aria-hidden />
          ) : (
            <Check className="size-2.5" strokeWidth={4} aria-hidden />
          )}
        </RadixCheckbox.Indicator>
      </RadixCheckbox.Root>
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {trailing === undefined ? null : <span className="tabular text-xs text-ink-3">{trailing}</span>}
    </label>
  );
}
