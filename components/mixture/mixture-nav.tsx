'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useOpenCorpus } from '@/components/shell/use-open-corpus';
import { cx } from '@/components/ui/cx';

const PARTS = [
  { path: '/mixture/', label: 'Distributions' },
  { path: '/mixture/plan/', label: 'Planner' },
  { path: '/mixture/fit/', label: 'Fit' },
] as const;

/** The three pages of the mixture: what is there, what to draw from it, what runs say of it. */
export function MixtureNav() {
  const pathname = usePathname();
  const { href } = useOpenCorpus();
  return (
    <nav aria-label="Mixture" className="flex gap-1 overflow-x-auto border-b border-line [scrollbar-width:none]">
      {PARTS.map(({ path, label }) => {
        const current = `${pathname.replace(/\/$/, '')}/` === path;
        return (
          <Link
            key={path}
            href={href(path)}
            prefetch={false}
            aria-current={current ? 'page' : undefined}
            className={cx(
              '-mb-px flex h-9 shrink-0 items-center border-b-2 px-3 text-sm first:-ml-3 focus-visible:-outline-offset-2',
              current ? 'border-accent font-medium text-ink' : 'border-transparent text-ink-2 hover:text-ink',
            )}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
