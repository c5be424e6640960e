'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cx } from '@/components/ui/cx';
import { isWithin, PAGES } from './pages';

/** Pixels over which pages that are cut off fade, as in the classes below: there are more. */
const FADE = 24;

/** The pages. `href` keeps the open corpus in the link. Where they have no room they scroll; the menu has them all. */
export function MainNav({ href }: { readonly href: (path: string) => string }) {
  const pathname = usePathname();
  return (
    <nav
      aria-label="Pages"
      className="relative flex h-full min-w-0 overflow-x-auto [scrollbar-width:none] max-md:mask-r-from-[calc(100%-24px)]"
    >
      {PAGES.map((page) => {
        const within = isWithin(page, pathname);
        return (
          <Link
            key={page.path}
            ref={within ? scrollTo : undefined}
            href={href(page.path)}
            prefetch={false}
            // A record's page lies within the catalogue's: the entry is the current section, but not the page itself.
            aria-current={within ? (samePath(page.path, pathname) ? 'page' : 'true') : undefined}
            className={cx(
              'relative flex h-full items-center px-2 text-sm whitespace-nowrap focus-visible:-outline-offset-2 sm:px-2.5',
              'after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 sm:after:inset-x-2.5',
              within ? 'font-medium text-ink after:bg-accent' : 'text-ink-2 hover:text-ink',
            )}
          >
            {page.label}
          </Link>
        );
      })}
      <span className="w-6 shrink-0 md:hidden" />
    </nav>
  );
}

/** Brings the current page into the navigation's view, without moving the window. */
function scrollTo(link: HTMLElement | null): void {
  // The next frame lays the page out in any case; now that would be done twice, and be waited for.
  requestAnimationFrame(() => {
    const nav = link?.parentElement;
    if (nav) nav.scrollLeft = link.offsetLeft + link.offsetWidth + FADE - nav.clientWidth;
  });
}

function samePath(a: string, b: string): boolean {
  return a.replace(/\/$/, '') === b.replace(/\/$/, '');
}
