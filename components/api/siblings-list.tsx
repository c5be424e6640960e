'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import Link from 'next/link';
import { useLayoutEffect, useRef } from 'react';
import { visibleText } from '@/components/content/visible-text';
import { cx, MethodBadge } from '@/components/ui';
import { formatPlural } from '@/lib/format/numbers';
import type { ApiLinks, ApiSibling } from './types';

const ROW_HEIGHT = 28;

export interface SiblingsListProps {
  readonly siblings: readonly ApiSibling[];
  /** api_id of the page's API, which is marked. */
  readonly current: string;
  readonly links: ApiLinks;
}

/** Other APIs of the same tool, in order of id, the current one in view. Only rows in view are in the document. */
export function SiblingsList({ siblings, current, links }: SiblingsListProps) {
  'use no memo'; // useVirtualizer returns one object that changes inside; the React Compiler would freeze it.
  const box = useRef<HTMLDivElement>(null);
  const at = siblings.findIndex((sibling) => sibling.api_id === current);
  // oxlint-disable-next-line react/incompatible-library -- see 'use no memo'
  const virtualizer = useVirtualizer({
    count: siblings.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  useLayoutEffect(() => {
    // Not scrollToIndex: it would be taken up again when the list is measured, after the reader has scrolled.
    if (box.current && at > 3) box.current.scrollTop = (at - 3) * ROW_HEIGHT;
  }, [at]);
  return (
    <div
      ref={box}
      className="max-h-80 overflow-auto overscroll-contain rounded-md border border-line"
      data-testid="siblings"
    >
      <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <li
            key={siblings[index]!.api_id}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${start}px)`, height: ROW_HEIGHT }}
          >
            <SiblingRow sibling={siblings[index]!} isCurrent={index === at} href={links.api(siblings[index]!.api_id)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SiblingRowProps {
  readonly sibling: ApiSibling;
  readonly isCurrent: boolean;
  readonly href: string;
}

function SiblingRow({ sibling, isCurrent, href }: SiblingRowProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isCurrent ? 'page' : undefined}
      className={cx(
        'flex h-full min-w-0 items-center gap-3 border-l-2 px-2 hover:bg-hover focus-visible:-outline-offset-2',
        isCurrent ? 'border-accent bg-accent-soft' : 'border-transparent',
      )}
    >
      <MethodBadge method={sibling.method} className="w-12 shrink-0" />
      <span
        className={cx(
          'min-w-0 shrink-0 basis-2/5 truncate font-medium',
          sibling.deprecated && 'text-ink-3 line-through',
        )}
      >
        {visibleText(sibling.name.slice(0, 200))}
      </span>
      <span className="min-w-0 flex-1 truncate text-ink-3">
        {visibleText((sibling.summary ?? sibling.path ?? '').slice(0, 200))}
      </span>
      {sibling.n_calls > 0 ? (
        <span className="tabular shrink-0 text-xs text-ink-2">{formatPlural(sibling.n_calls, 'call')}</span>
      ) : null}
    </Link>
  );
}
