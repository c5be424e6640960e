import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { visibleText } from '@/components/content/visible-text';

export interface TrajectoryPathProps {
  readonly id: string;
  readonly listHref: string;
  /** What the list is called. */
  readonly list: string;
}

/** Where a trajectory stands: its list, then its id. */
export function TrajectoryPath({ id, listHref, list }: TrajectoryPathProps) {
  return (
    <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-1 text-sm text-ink-2">
      <Link href={listHref} prefetch={false} className="shrink-0 hover:text-accent hover:underline">
        {list}
      </Link>
      <ChevronRight className="size-3 shrink-0 text-ink-3" aria-hidden />
      <span className="min-w-0 truncate font-mono text-xs">{visibleText(id.slice(0, 200))}</span>
    </nav>
  );
}
