import Link from 'next/link';
import { formatCount } from '@/lib/format/numbers';

export interface RankedItem {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** Opens the rows behind the number. */
  readonly href: string;
  /** The value stands for "none stated": set apart from named values. */
  readonly none?: boolean;
}

export interface RankedBarsProps {
  readonly title: string;
  /** What is counted, for screen readers: "APIs". */
  readonly unit: string;
  /** Most first. */
  readonly items: readonly RankedItem[];
  /** Longest items shown; the rest is summed up in one last line. */
  readonly limit?: number;
  readonly restHref?: string;
}

/** A short ranking: each row is a link with its bar behind it. Plain HTML, no chart library. */
export function RankedBars({ title, unit, items, limit = 8, restHref }: RankedBarsProps) {
  const shown = items.length <= limit + 1 ? items : items.slice(0, limit);
  const rest = items.slice(shown.length);
  const max = Math.max(1, ...items.map((item) => item.value));
  const restSum = rest.reduce((sum, item) => sum + item.value, 0);
  return (
    <div className="min-w-0">
      <h3 className="mb-1.5 flex items-baseline justify-between text-xs font-medium text-ink-2">
        {title}
        <span className="font-normal text-ink-3">{unit}</span>
      </h3>
      <ol className="border-t border-line">
        {shown.map((item) => (
          <li key={item.key} className="border-b border-line">
            <Bar item={item} max={max} unit={unit} />
          </li>
        ))}
        {rest.length > 0 && restHref !== undefined ? (
          <li>
            <Link
              href={restHref}
              prefetch={false}
              className="flex h-7 items-center justify-between px-1.5 text-xs text-ink-3 hover:text-accent pointer-coarse:h-9"
            >
              <span>{rest.length} more</span>
              <span className="tabular">{formatCount(restSum)}</span>
            </Link>
          </li>
        ) : null}
      </ol>
    </div>
  );
}

function Bar({ item, max, unit }: { readonly item: RankedItem; readonly max: number; readonly unit: string }) {
  return (
    <Link
      href={item.href}
      prefetch={false}
      className="group relative flex h-7 items-center justify-between gap-3 px-1.5 focus-visible:-outline-offset-2 pointer-coarse:h-9"
    >
      <span
        aria-hidden
        className="absolute inset-y-[3px] left-0 rounded-r-[2px] bg-bar group-hover:bg-accent-soft"
        style={{ width: `${(item.value / max) * 100}%` }}
      />
      <span className={`relative truncate group-hover:text-accent ${item.none ? 'pr-1 text-ink-2 italic' : ''}`}>
        {item.label}
      </span>
      <span className="tabular relative text-ink-2">
        {formatCount(item.value)} <span className="sr-only">{unit}</span>
      </span>
    </Link>
  );
}
