import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

export interface ScrollAreaProps {
  /** Accessible name. */
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A table that may be larger than its place: what scrolls can be scrolled by keyboard. */
export function ScrollArea({ label, className, children }: ScrollAreaProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls what has the focus
    <section tabIndex={0} aria-label={label} className={cx('overflow-auto', className)}>
      {children}
    </section>
  );
}
