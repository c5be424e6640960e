'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { IconButton } from '@/components/ui';
import { formatCount } from '@/lib/format/numbers';

export interface NeighboursBarProps {
  /** Place in the list from 1; null where the record is not in it, or while it is not known. */
  readonly position: number | null;
  readonly total: number | null;
  readonly previous: string | null;
  readonly next: string | null;
  /** Said while there is no position: "…" or "not in this filter". */
  readonly placeholder?: ReactNode;
  /** Link back to the list. */
  readonly listHref: string;
  readonly listLabel: string;
  /** Called when a neighbour is about to be opened: the pointer or the focus is on its link. */
  readonly onApproach?: (which: 'previous' | 'next') => void;
}

/** Where a record stands in the list it was opened from, and the way to the ones beside it. */
export function NeighboursBar(props: NeighboursBarProps) {
  const { position, total, previous, next, placeholder = '…', listHref, listLabel, onApproach } = props;
  return (
    <nav aria-label="Neighbours in the list" className="flex items-center gap-1 text-xs" data-testid="neighbours">
      <Step which="previous" href={previous} label="Previous" keys={['P']} onApproach={onApproach}>
        <ChevronLeft aria-hidden />
      </Step>
      <Link
        href={listHref}
        prefetch={false}
        title={listLabel}
        className="tabular rounded-sm px-1 text-ink-2 hover:text-accent hover:underline"
        data-testid="position"
      >
        {position === null || total === null ? placeholder : `${formatCount(position)} of ${formatCount(total)}`}
      </Link>
      <Step which="next" href={next} label="Next" keys={['N']} onApproach={onApproach}>
        <ChevronRight aria-hidden />
      </Step>
    </nav>
  );
}

interface StepProps {
  readonly which: 'previous' | 'next';
  readonly href: string | null;
  readonly label: string;
  readonly keys: readonly string[];
  readonly onApproach: NeighboursBarProps['onApproach'];
  readonly children: ReactNode;
}

function Step({ which, href, label, keys, onApproach, children }: StepProps) {
  if (href === null) {
    return (
      <IconButton label={label} keys={keys} size="sm" disabled>
        {children}
      </IconButton>
    );
  }
  const approach = () => onApproach?.(which);
  return (
    <IconButton label={label} keys={keys} size="sm" asChild>
      <Link href={href} prefetch={false} onPointerEnter={approach} onFocus={approach} data-testid={which}>
        {children}
      </Link>
    </IconButton>
  );
}
