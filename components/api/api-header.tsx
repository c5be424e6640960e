import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { visibleText } from '@/components/content/visible-text';
import { CopyButton } from '@/components/ui';
import { parseApiId } from '@/lib/corpus';
import type { ApiLinks } from './types';

const LONG_NAME = 400;

export interface ApiHeadingProps {
  readonly id: string;
  readonly links: ApiLinks;
  /** At the right of the breadcrumb. */
  readonly neighbours: ReactNode;
}

/** Breadcrumb and name: all that the id alone tells. */
export function ApiHeading({ id, links, neighbours }: ApiHeadingProps) {
  const key = parseApiId(id);
  return (
    <>
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-4 gap-y-1">
        {key === null ? null : (
          <nav aria-label="Breadcrumb" className="min-w-0">
            <ol className="flex min-w-0 flex-wrap items-center gap-x-1 text-sm text-ink-2">
              <Crumb href={links.provider(key.provider)} text={key.provider} />
              <Crumb href={links.tool(key.provider, key.tool)} text={key.tool} />
            </ol>
          </nav>
        )}
        <div className="ml-auto">{neighbours}</div>
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="min-w-0 text-xl font-semibold [overflow-wrap:anywhere]" data-testid="api-name">
          {visibleText((key?.name ?? id).slice(0, LONG_NAME))}
        </h1>
        <span className="-ml-1 flex items-center">
          <CopyButton text={id} label="Copy id" />
          <CopyLink />
        </span>
      </div>
    </>
  );
}

function Crumb({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <li className="flex min-w-0 items-center gap-1">
      <Link href={href} prefetch={false} className="min-w-0 [overflow-wrap:anywhere] hover:text-accent hover:underline">
        {visibleText(text.slice(0, LONG_NAME))}
      </Link>
      <ChevronRight className="size-3 shrink-0 text-ink-3" aria-hidden />
    </li>
  );
}

function CopyLink() {
  return <CopyButton text={() => window.location.href} label="Copy link" />;
}
