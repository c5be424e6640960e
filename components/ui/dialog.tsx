'use client';

import { X } from 'lucide-react';
import * as RadixDialog from 'radix-ui/dialog';
import type { ReactNode } from 'react';
import { Button } from './button';
import { cx } from './cx';

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  /** One sentence below the title; also what screen readers announce. */
  readonly description?: ReactNode;
  readonly children: ReactNode;
  /** Buttons at the bottom right. */
  readonly footer?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg';
}

const widths = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-3xl' } as const;

/** A modal dialog: focus is kept inside, Escape closes, focus goes back to where it was. */
export function Dialog({ size = 'md', footer, children, ...frame }: DialogProps) {
  return (
    <ModalFrame
      {...frame}
      className={cx(
        'top-[10vh] left-1/2 max-h-[80vh] w-[calc(100%-2rem)] -translate-x-1/2 rounded-lg data-[state=open]:animate-rise',
        widths[size],
      )}
    >
      <div className="min-h-0 overflow-y-auto px-4 pb-4">{children}</div>
      {footer ? <div className="flex justify-end gap-2 border-t border-line px-4 py-3">{footer}</div> : null}
    </ModalFrame>
  );
}

export interface SheetProps extends Omit<DialogProps, 'size'> {
  readonly side?: 'left' | 'right' | 'bottom';
}

const sides = {
  left: 'inset-y-0 left-0 w-80 max-w-[85vw] border-y-0 border-l-0 data-[state=open]:animate-from-left',
  right: 'inset-y-0 right-0 w-96 max-w-[92vw] border-y-0 border-r-0 data-[state=open]:animate-from-right',
  bottom: 'inset-x-0 bottom-0 max-h-[85vh] rounded-t-lg border-x-0 border-b-0 data-[state=open]:animate-rise',
} as const;

/** A modal panel along an edge of the window: navigation, filters and details on small screens. */
export function Sheet({ side = 'right', footer, children, ...frame }: SheetProps) {
  return (
    <ModalFrame {...frame} className={sides[side]}>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">{children}</div>
      {footer ? <div className="flex justify-end gap-2 border-t border-line px-4 py-3">{footer}</div> : null}
    </ModalFrame>
  );
}

interface ModalFrameProps extends Omit<DialogProps, 'size' | 'footer'> {
  readonly className: string;
}

function ModalFrame({ open, onOpenChange, title, description, className, children }: ModalFrameProps) {
  // Without a description Radix wants to be told that there is none.
  const described = description ? {} : { 'aria-describedby': undefined };
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-40 bg-scrim data-[state=open]:animate-fade" />
        <RadixDialog.Content
          {...described}
          className={cx(
            'fixed z-50 flex flex-col border border-line-strong bg-surface text-ink shadow-float outline-none',
            className,
          )}
        >
          <div className="flex items-start gap-4 px-4 pt-3 pb-3">
            <div className="min-w-0 flex-1">
              <RadixDialog.Title className="text-lg font-semibold">{title}</RadixDialog.Title>
              {description ? (
                <RadixDialog.Description className="mt-0.5 text-sm text-ink-2">{description}</RadixDialog.Description>
              ) : null}
            </div>
            <RadixDialog.Close asChild>
              <Button variant="ghost" size="md" aria-label="Close" className="-mr-1.5 w-7 px-0!">
                <X aria-hidden />
              </Button>
            </RadixDialog.Close>
          </div>
          {children}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
