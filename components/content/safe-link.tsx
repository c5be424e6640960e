import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';

const ALLOWED = /^(?:https?:\/\/|mailto:)/i;

export interface SafeLinkProps {
  readonly href?: string | undefined;
  readonly children?: ReactNode;
}

/**
 * A link out of a corpus: opens in a new tab, tells its target nothing, and is followed on a click only. An address
 * that leads nowhere from here (relative, or of another scheme) is text.
 */
export function SafeLink({ href = '', children }: SafeLinkProps) {
  if (!ALLOWED.test(href)) return <span title={href === '' ? undefined : href}>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc" referrerPolicy="no-referrer" title={href}>
      {children}
      <ExternalLink
        aria-label="(opens in a new tab)"
        className="ml-0.5 inline size-[0.75em] align-baseline opacity-60"
      />
    </a>
  );
}
