'use client';

import type { ReactNode } from 'react';
import { Loading, PanelBoundary, Skeleton } from '@/components/ui';
import { useShared } from './shared';

export interface PanelSectionProps {
  readonly title: string;
  /** Said of what it shows where it fails: "the documentation". */
  readonly name: string;
  readonly note?: ReactNode;
  /** When it changes, what failed is tried again. */
  readonly resetKey?: string;
  readonly children: ReactNode;
}

/** A part of the panel that loads, and fails, by itself. */
export function PanelSection({ title, name, note, resetKey = '', children }: PanelSectionProps) {
  const { reads } = useShared();
  return (
    <section aria-label={title} className="border-t border-line py-3 first:border-0">
      <h3 className="mb-1.5 flex items-baseline gap-2 text-sm font-semibold">
        {title}
        {note === undefined ? null : <span className="text-xs font-normal text-ink-3">{note}</span>}
      </h3>
      <PanelBoundary name={name} resetKey={resetKey} onRetry={reads.retry} fallback={<PanelLoading name={name} />}>
        {children}
      </PanelBoundary>
    </section>
  );
}

function PanelLoading({ name }: { readonly name: string }) {
  return (
    <Loading label={`Loading ${name}`}>
      <Skeleton className="h-4 w-full" />
      <Skeleton className="mt-2 h-4 w-4/5" />
      <Skeleton className="mt-2 h-4 w-3/5" />
    </Loading>
  );
}
