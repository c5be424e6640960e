import type { Component } from '@/lib/corpus';
import { COMPONENT_FILL } from '@/components/ui/component-fill';
import { cx } from '@/components/ui/cx';

export interface StackedSegment {
  readonly key: string;
  readonly component: Component;
  readonly label: string;
  /** Part of the whole, 0 to 1. */
  readonly share: number;
  /** The value for people, e.g. "61.9 %". */
  readonly text: string;
  /** Parts of the segment, in order; hairlines between them. */
  readonly parts: readonly { readonly key: string; readonly share: number; readonly title: string }[];
}

/** Shares of one are scaled up: flex factors that sum to less than 1 would leave room empty. */
const grow = (share: number) => `${share * 1_000_000} 1 0`;

/** Share below which a label would not fit next to its neighbours; the rows below name every segment. */
const MIN_LABEL = 0.07;

/** One bar that is the whole: components in their colours, their sources divided by hairlines. */
export function StackedBar({
  label,
  segments,
}: {
  readonly label: string;
  readonly segments: readonly StackedSegment[];
}) {
  const present = segments.filter((segment) => segment.share > 0);
  const summary = present.map((segment) => `${segment.label} ${segment.text}`).join(', ');
  return (
    <figure>
      <figcaption className="sr-only">{`${label}: ${summary}`}</figcaption>
      <div aria-hidden className="flex h-9 gap-px overflow-hidden rounded-sm">
        {present.map((segment) => (
          <div key={segment.key} className="flex min-w-[3px] gap-px" style={{ flex: grow(segment.share) }}>
            {segment.parts.map((part, index) => (
              <div
                key={part.key}
                title={part.title}
                className={cx('min-w-[2px]', COMPONENT_FILL[segment.component], index % 2 === 1 && 'opacity-70')}
                style={{ flex: grow(part.share) }}
              />
            ))}
          </div>
        ))}
      </div>
      <div aria-hidden className="mt-1.5 hidden gap-px sm:flex">
        {present.map((segment) => (
          <div key={segment.key} className="min-w-0 truncate text-xs" style={{ flex: grow(segment.share) }}>
            {segment.share < MIN_LABEL ? null : (
              <>
                <span className="font-medium">{segment.label}</span>{' '}
                <span className="tabular text-ink-3">{segment.text}</span>
              </>
            )}
          </div>
        ))}
      </div>
    </figure>
  );
}
