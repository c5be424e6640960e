import type { ReactNode } from 'react';

export interface MarkProps {
  /** The records behind it; null where no page lists them. */
  readonly href: string | null;
  /** What it shows, first line as a title. Also its accessible name. */
  readonly note: string;
  /** One mark of a row is reached by Tab, the others by arrow keys from there. */
  readonly first: boolean;
  readonly children: ReactNode;
}

/** Something in a chart that can be pointed at, focused and, where there are records behind it, opened. */
export function Mark({ href, note, first, children }: MarkProps) {
  const name = note.replaceAll('\n', ', ');
  const shared = { 'data-note': note, 'aria-label': name, tabIndex: first ? 0 : -1, className: 'chart-mark' };
  if (href !== null)
    return (
      <a href={href} {...shared}>
        {children}
      </a>
    );
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no HTML image stands within SVG
    <g role="img" {...shared}>
      {children}
    </g>
  );
}
