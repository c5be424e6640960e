import type { ReactNode } from 'react';

export interface SectionPanelProps {
  /** Anchor, for the page's own navigation. */
  readonly id: string;
  readonly title: string;
  /** Beside the title: a count, or a word on what this is. */
  readonly note?: ReactNode;
  /** Controls at the right. */
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}

/** A section of a record's page. */
export function SectionPanel({ id, title, note, controls, children }: SectionPanelProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      data-testid={`section-${id}`}
      className="min-w-0 scroll-mt-[calc(var(--header-height)+2.5rem)] lg:scroll-mt-[calc(var(--header-height)+0.5rem)] border-t border-line py-5"
    >
      <div className="mb-2.5 flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={`${id}-title`} className="text-lg leading-6 font-semibold">
          {title}
        </h2>
        {note === undefined || note === null ? null : <div className="min-w-0 text-xs text-ink-3">{note}</div>}
        {controls ? <div className="ml-auto flex flex-wrap items-center gap-2">{controls}</div> : null}
      </div>
      {children}
    </section>
  );
}
