'use client';

import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button';
import { cx } from './cx';
import { Tooltip, type TooltipSide } from './tooltip';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  /** What it does: the accessible name, and the tooltip. */
  readonly label: string;
  /** Keys that do the same, shown in the tooltip, e.g. `['J']`. */
  readonly keys?: readonly string[];
  readonly side?: TooltipSide;
  /** The icon, or with `asChild` the element (a link) that holds it. */
  readonly children: ReactNode;
}

/** A square button with an icon, its name in a tooltip. */
export function IconButton({ label, keys, side, variant = 'ghost', size = 'md', className, ...rest }: IconButtonProps) {
  const square = size === 'sm' ? 'w-6 px-0! pointer-coarse:w-8' : 'w-7 px-0! pointer-coarse:w-9';
  return (
    <Tooltip content={label} keys={keys ?? []} side={side ?? 'bottom'}>
      <Button aria-label={label} variant={variant} size={size} className={cx(square, className)} {...rest} />
    </Tooltip>
  );
}
