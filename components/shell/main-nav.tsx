'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cx } from '@/components/ui/cx';
import { isWithin, PAGES } from './pages';

/** The pages. `href` keeps the open corpus in the link. */
export function MainNav({ href }: { readonly href: (path: string) => string }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Pages" className="flex h-full min-w-0 overflow-x-auto [scrollbar-width:none]">
      {PAGES.map((page) => {
        const within = isWithin(page, pathname);
        return (
          <Link
            key={page.path}
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
    </nav>
  );
}

function samePath(a: string, b: string): boolean {
  return a.replace(/\/$/, '') === b.replace(/\/$/, '');
}
