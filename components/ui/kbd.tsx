import type { ReactNode } from 'react';
import { cx } from './cx';

/** One key. `inverse` on a dark ground such as a tooltip's. */
export function Kbd({ children, inverse = false }: { readonly children: ReactNode; readonly inverse?: boolean }) {
  return (
    <kbd
      className={cx(
        'inline-flex h-4 min-w-4 items-center justify-center rounded-[2px] border px-1 font-sans text-2xs leading-none',
        inverse ? 'border-canvas/30 text-canvas' : 'border-line-strong bg-surface text-ink-2',
      )}
    >
      {children}
    </kbd>
  );
}
