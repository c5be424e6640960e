import type { ReactNode } from 'react';

export interface HeaderFrameProps {
  readonly start: ReactNode;
  readonly corpus?: ReactNode;
  readonly nav?: ReactNode;
  readonly end?: ReactNode;
  /** Along the lower edge. */
  readonly line?: ReactNode;
}

/** The bar itself: same height whatever it holds, so that nothing moves when it fills. */
export function HeaderFrame({ start, corpus, nav, end, line }: HeaderFrameProps) {
  return (
    <header className="sticky top-0 z-30 h-(--header-height) shrink-0 border-b border-line-strong bg-surface">
      <div className="flex h-full items-center gap-1 px-3 sm:gap-2 sm:px-5">
        {start}
        {corpus ? (
          <div className="ml-1 hidden h-5 min-w-0 shrink-0 items-center border-l border-line-strong pl-1 md:flex">
            {corpus}
          </div>
        ) : null}
        <div className="ml-1 h-full min-w-0 flex-1">{nav}</div>
        <div className="flex shrink-0 items-center gap-0.5">{end}</div>
      </div>
      {line}
    </header>
  );
}
