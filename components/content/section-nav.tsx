'use client';

import { useEffect, useState } from 'react';
import { cx } from '@/components/ui';

export interface SectionLink {
  readonly id: string;
  readonly label: string;
  readonly count?: string | undefined;
}

/** The sections of a page, the one in view marked; sticky beside the matter on wide screens. */
export function SectionNav({ sections }: { readonly sections: readonly SectionLink[] }) {
  const current = useSectionInView(sections);
  return (
    <nav aria-label="Sections of this page" className="text-sm">
      <ul className="border-l border-line">
        {sections.map(({ id, label, count }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              aria-current={id === current ? 'location' : undefined}
              className={cx(
                '-ml-px flex h-7 items-center justify-between gap-2 border-l-2 pl-3 text-ink-2 hover:text-ink',
                id === current ? 'border-accent font-medium text-ink' : 'border-transparent',
              )}
            >
              {label}
              {count === undefined ? null : <span className="tabular text-xs font-normal text-ink-3">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** As SectionNav, for narrow screens: one line that scrolls sideways and stays below the header. */
export function SectionStrip({ sections }: { readonly sections: readonly SectionLink[] }) {
  const current = useSectionInView(sections);
  return (
    <nav
      aria-label="Sections"
      className="sticky top-(--header-height) z-10 -mx-3 overflow-x-auto border-b border-line bg-canvas [scrollbar-width:none] sm:-mx-5 lg:hidden"
    >
      <ul className="flex px-1.5 sm:px-3.5">
        {sections.map(({ id, label }) => (
          <li key={id} className="shrink-0">
            <a
              href={`#${id}`}
              aria-current={id === current ? 'location' : undefined}
              className={cx(
                'flex h-8 items-center border-b-2 px-1.5 text-xs pointer-coarse:h-10',
                id === current ? 'border-accent font-medium text-ink' : 'border-transparent text-ink-2',
              )}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The last section whose top has passed the upper third of the window. */
function useSectionInView(sections: readonly SectionLink[]): string | undefined {
  const [current, setCurrent] = useState(sections[0]?.id);
  const ids = sections.map(({ id }) => id).join(' ');
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const passed = ids.split(' ').filter((id) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top;
        return top !== undefined && top < window.innerHeight / 3;
      });
      setCurrent(passed.at(-1) ?? ids.split(' ')[0]);
    };
    const onScroll = () => {
      frame ||= requestAnimationFrame(look);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    look();
    return () => {
      window.removeEventListener('scroll', onScroll);
      cancelAnimationFrame(frame);
    };
  }, [ids]);
  return current;
}
