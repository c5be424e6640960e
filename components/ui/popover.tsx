'use client';

import * as RadixPopover from 'radix-ui/popover';
import type { ReactNode } from 'react';
import { cx } from './cx';

export interface PopoverProps {
  /** The element that opens it: one that takes a ref, such as Button or IconButton. */
  readonly trigger: ReactNode;
  /** Accessible name of the panel. */
  readonly label: string;
  readonly children: ReactNode;
  readonly align?: 'start' | 'center' | 'end';
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  /** Controlled, where the caller closes it. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  /** Width and padding; 18 rem and 12 px by default. */
  readonly className?: string;
}

/** A panel anchored to its trigger; closes on Escape and on a click outside, and gives focus back. */
export function Popover({
  trigger,
  label,
  children,
  align = 'start',
  side = 'bottom',
  className,
  ...control
}: PopoverProps) {
  return (
    <RadixPopover.Root {...control}>
      <RadixPopover.Trigger asChild>{trigger}</RadixPopover.Trigger>
      <RadixPopover.Portal>
        <RadixPopover.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cx(
            'floating max-h-(--radix-popover-content-available-height) overflow-y-auto',
            className ?? 'w-72 p-3',
          )}
        >
          {children}
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  );
}

/** Closes the popover around it when its only child is activated. */
export function PopoverClose({ children }: { readonly children: ReactNode }) {
  return <RadixPopover.Close asChild>{children}</RadixPopover.Close>;
}
