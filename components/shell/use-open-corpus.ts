'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useQueryState } from 'nuqs';
import { corpusParser, overviewHref } from '@/lib/url';
import { PAGES, isWithin } from './pages';

export interface OpenCorpus {
  /** Value of `corpus` in the URL; null for the first corpus that is served here. */
  readonly wanted: string | null;
  /** @returns the link to a page of the navigation, the open corpus kept */
  readonly href: (path: string) => string;
  /** Opens another corpus on the page that is shown; a record's page gives way to its list, since ids differ. */
  readonly choose: (corpus: string | null) => void;
}

/** Which corpus the URL names, and how to keep or change it. */
export function useOpenCorpus(): OpenCorpus {
  const [wanted] = useQueryState('corpus', corpusParser);
  const router = useRouter();
  const pathname = usePathname();
  return {
    wanted,
    href: (path) => hrefFor(path, wanted),
    choose: (corpus) => router.push(hrefFor(PAGES.find((page) => isWithin(page, pathname))?.path ?? '/', corpus)),
  };
}

function hrefFor(path: string, corpus: string | null): string {
  return `${path}${overviewHref(corpus).slice(1)}`;
}
