import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';

export interface EmptyStateProps {
  readonly icon?: LucideIcon;
  /** What there is none of: "No API matches". */
  readonly title: string;
  /** Why, and what to do. */
  readonly children?: ReactNode;
  /** Buttons or links that lead on. */
  readonly actions?: ReactNode;
  readonly className?: string;
}

/** Nothing to show, and that is no error. */
export function EmptyState({ icon: Icon, title, children, actions, className }: EmptyStateProps) {
  return (
    <div className={cx('flex flex-col items-start gap-2 px-4 py-8 sm:mx-auto sm:max-w-md', className)}>
      {Icon ? <Icon className="size-5 text-ink-3" strokeWidth={1.5} aria-hidden /> : null}
      <p className="text-base font-semibold">{title}</p>
      {children ? <div className="text-sm text-ink-2">{children}</div> : null}
      {actions ? <div className="mt-1 flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
