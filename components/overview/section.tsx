import { useId, type ReactNode } from 'react';

export interface SectionProps {
  readonly title: string;
  /** One or two sentences below the title: what this shows and how it was counted. */
  readonly note?: ReactNode;
  /** Controls below the note. */
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}

/** A chapter of the overview: title and note in the margin, matter beside it; stacked on small screens. */
export function Section({ title, note, controls, children }: SectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-4 border-t border-line-strong py-7 lg:grid-cols-[13rem_minmax(0,1fr)]"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 lg:flex-col lg:justify-start">
        <div className="max-w-prose">
          <h2 id={id} className="text-lg leading-5 font-semibold">
            {title}
          </h2>
          {note ? <div className="mt-1.5 text-xs text-ink-3">{note}</div> : null}
        </div>
        {controls ? <div className="flex flex-wrap gap-2 lg:flex-col lg:items-start">{controls}</div> : null}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
