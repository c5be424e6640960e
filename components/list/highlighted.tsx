import type { ReactNode } from 'react';
import { highlight } from '@/lib/search/highlight';

/** Text with the stretches marked that a search matched. */
export function Highlighted({ text, terms }: { readonly text: string; readonly terms: readonly string[] }): ReactNode {
  if (terms.length === 0) return text;
  const hits = highlight(text, terms);
  if (hits.length === 0) return text;
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { start, end } of hits) {
    parts.push(
      text.slice(from, start),
      <mark key={start} className="bg-mark/60">
        {text.slice(start, end)}
      </mark>,
    );
    from = end;
  }
  return [...parts, text.slice(from)];
}
