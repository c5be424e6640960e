'use client';

import { adapters } from '@/lib/adapters/registry';

/** Every format that there is a reader for. */
export function FormatList() {
  return (
    <dl className="mt-2 grid gap-x-6 gap-y-2 sm:grid-cols-2" data-testid="formats">
      {adapters.map(({ name, title, doc }) => (
        <div key={name} className="min-w-0 border-t border-line pt-1.5">
          <dt className="text-sm font-medium">
            {title} <code className="font-mono text-2xs text-ink-3">{name}</code>
          </dt>
          <dd className="text-xs text-ink-2">{doc}</dd>
        </div>
      ))}
    </dl>
  );
}
