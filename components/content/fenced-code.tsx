'use client';

import { lazy, Suspense, type ReactNode } from 'react';

const HighlightedText = lazy(() =>
  import('./highlighted-code').then((module) => ({ default: module.HighlightedText })),
);

export interface FencedCodeProps {
  /** `language-NAME` where a fence names its language. */
  readonly className?: string;
  readonly children?: ReactNode;
}

/** Code within Markdown; where it names its language, with its syntax in colour. */
export function FencedCode({ className, children }: FencedCodeProps) {
  const language = className?.replace(/^language-/, '').toLowerCase();
  if (language === undefined || typeof children !== 'string') return <code>{children}</code>;
  return (
    <code className="code-corpus">
      <Suspense fallback={children}>
        <HighlightedText text={children} language={language} />
      </Suspense>
    </code>
  );
}
