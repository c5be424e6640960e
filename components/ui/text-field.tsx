'use client';

import { useId, type ComponentProps, type ReactNode } from 'react';
import { cx } from './cx';

const box =
  'h-7 w-full min-w-0 rounded-md border bg-surface px-2.5 text-sm text-ink placeholder:text-ink-3 focus-visible:-outline-offset-1 pointer-coarse:h-9 pointer-coarse:text-base';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'prefix'> {
  readonly label: string;
  /** The label is for screen readers only. */
  readonly hideLabel?: boolean;
  readonly hint?: ReactNode;
  /** What is wrong with the value; announced, and tied to the field. */
  readonly error?: string | null;
}

/** One line of text with its label, a hint and an error. */
export function TextField({ label, hideLabel = false, hint, error = null, className, ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'mb-1 block text-xs font-medium text-ink-2'}>
        {label}
      </label>
      <input
        {...rest}
        id={id}
        aria-invalid={error !== null}
        aria-describedby={`${id}-note`}
        className={cx(box, error === null ? 'border-line-strong' : 'border-bad')}
      />
      <p id={`${id}-note`} role={error === null ? undefined : 'alert'} className="text-xs">
        {error === null ? (
          hint === undefined ? null : (
            <span className="mt-1 block text-ink-3">{hint}</span>
          )
        ) : (
          <span className="mt-1 block text-bad">{error}</span>
        )}
      </p>
    </div>
  );
}
