'use client';

import * as Slot from 'radix-ui/slot';
import type { ComponentProps } from 'react';
import { cx } from './cx';

const variants = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong font-medium',
  secondary: 'border border-line-strong bg-surface text-ink hover:border-ink-3 hover:bg-sunken',
  ghost: 'text-ink-2 hover:bg-hover hover:text-ink aria-expanded:bg-hover aria-expanded:text-ink',
  danger: 'border border-bad text-bad bg-surface hover:bg-bad-soft',
} as const;

const sizes = {
  sm: 'h-6 gap-1 rounded-sm px-2 text-xs pointer-coarse:h-8',
  md: 'h-7 gap-1.5 rounded-md px-2.5 text-sm pointer-coarse:h-9',
} as const;

export type ButtonVariant = keyof typeof variants;

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` once per view at most; `secondary` is the default. */
  readonly variant?: ButtonVariant;
  /** Height: `sm` 24 px, `md` 28 px (larger under a finger). */
  readonly size?: keyof typeof sizes;
  /** Gives the look to the only child, e.g. a link, and renders no button. */
  readonly asChild?: boolean;
}

/** A button, or with `asChild` a link that looks like one. Icons are children: `<Button><Shuffle /> Random</Button>`. */
export function Button({ variant = 'secondary', size = 'md', asChild = false, className, ...rest }: ButtonProps) {
  const look = cx(
    'inline-flex shrink-0 cursor-pointer items-center justify-center whitespace-nowrap select-none',
    'transition-colors duration-100 disabled:pointer-events-none disabled:opacity-50 [&_svg]:size-3.5 [&_svg]:shrink-0',
    variants[variant],
    sizes[size],
    className,
  );
  return asChild ? <Slot.Root className={look} {...rest} /> : <button type="button" className={look} {...rest} />;
}
