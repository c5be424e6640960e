import { Fragment } from 'react';
import { visibleText } from '@/components/content/visible-text';

/** An HTTP path with its template parts marked. */
export function PathTemplate({ path }: { readonly path: string }) {
  const parts = path.split(/(\{[^{}]*\})/);
  return (
    <code className="min-w-0 font-mono text-sm [overflow-wrap:anywhere] text-ink">
      {parts.map((part, index) =>
        part.startsWith('{') ? (
          <span key={index} className="rounded-[3px] bg-accent-soft px-0.5 text-accent">
            {visibleText(part)}
          </span>
        ) : (
          <Fragment key={index}>{visibleText(part)}</Fragment>
        ),
      )}
    </code>
  );
}
