import type { ReactNode } from 'react';
import { cx } from './cx';

/** A grey shape the size of what is to come. Give it the final size through className (e.g. `h-4 w-24`). */
export function Skeleton({ className }: { readonly className?: string }) {
  return <span aria-hidden className={cx('block animate-breathe rounded-sm bg-line', className)} />;
}

/** Around skeletons: says once, to screen readers, what is loading. */
export function Loading({ label, children }: { readonly label: string; readonly children?: ReactNode }) {
  return (
    <div aria-busy="true">
      <output className="sr-only">{label}</output>
      {children}
    </div>
  );
}
