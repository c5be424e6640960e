import type { ReactNode } from 'react';
import type { Component } from '@/lib/corpus';
import { COMPONENT_FILL } from './component-fill';
import { cx } from './cx';

const tones = {
  neutral: 'bg-sunken text-ink-2 ring-line',
  accent: 'bg-accent-soft text-accent ring-accent/25',
  good: 'bg-good-soft text-good ring-good/25',
  warn: 'bg-warn-soft text-warn ring-warn/25',
  bad: 'bg-bad-soft text-bad ring-bad/25',
} as const;

export type Tone = keyof typeof tones;

export interface BadgeProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
  readonly title?: string;
  readonly className?: string;
}

/** A word about a record. Colour only repeats what the word says. */
export function Badge({ tone = 'neutral', children, title, className }: BadgeProps) {
  return (
    <span
      title={title}
      className={cx(
        'inline-flex h-[18px] max-w-full shrink-0 items-center gap-1 truncate rounded-sm px-1.5 text-2xs font-medium ring-1 ring-inset',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}

const methodColours: Readonly<Record<string, string>> = {
  GET: 'text-m-read',
  HEAD: 'text-m-read',
  OPTIONS: 'text-m-read',
  POST: 'text-m-create',
  PUT: 'text-m-change',
  PATCH: 'text-m-change',
  DELETE: 'text-m-delete',
};

/** An HTTP method, set in mono so that a column of them lines up; nothing where there is none. */
export function MethodBadge({ method, className }: { readonly method: string | null; readonly className?: string }) {
  if (method === null) return null;
  return (
    <span
      className={cx('font-mono text-2xs font-semibold tracking-wide', methodColours[method] ?? 'text-ink-2', className)}
    >
      {method}
    </span>
  );
}

/** The colour of a component, as a small square before its name. */
export function ComponentSwatch({ component }: { readonly component: Component }) {
  return <span aria-hidden className={cx('inline-block size-2 shrink-0 rounded-[2px]', COMPONENT_FILL[component])} />;
}
