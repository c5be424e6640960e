'use client';

import { Button } from '@/components/ui';
import { formatBytes, formatPlural } from '@/lib/format/numbers';
import type { OpenState } from '@/lib/open/session';

export interface OpenProgressProps {
  readonly state: Extract<OpenState, { readonly state: 'fetching' | 'reading' }>;
  readonly onCancel: () => void;
}

/** A file is on its way, or is being read: how far, and the way out. */
export function OpenProgressPanel({ state, onCancel }: OpenProgressProps) {
  const { title, detail, share } = describe(state);
  return (
    <section aria-label="Progress" className="mx-auto w-full max-w-xl px-4 py-10" data-testid="open-progress">
      <h1 className="text-base font-semibold [overflow-wrap:anywhere]">{title}</h1>
      <progress
        className="mt-3 block h-1.5 w-full accent-accent"
        max={1}
        {...(share === null ? {} : { value: share })}
        aria-label={title}
      />
      <div className="mt-2 flex items-center gap-3">
        <output className="tabular min-w-0 flex-1 truncate text-xs text-ink-2">{detail}</output>
        <Button size="sm" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </section>
  );
}

function describe(state: OpenProgressProps['state']): { title: string; detail: string; share: number | null } {
  if (state.state === 'fetching') {
    const { url, read, total } = state;
    const of = total === null ? '' : ` of ${formatBytes(total)}`;
    return {
      title: `Fetching ${url.slice(0, 200)}`,
      detail: `${formatBytes(read)}${of}`,
      share: total === null ? null : read / total,
    };
  }
  const { names, progress } = state;
  const title =
    names.length === 1 ? `Reading ${names[0]!.slice(0, 200)}` : `Reading ${formatPlural(names.length, 'file')}`;
  if (progress === null) return { title, detail: 'Recognising the format…', share: null };
  const { read, total, trajectories, file } = progress;
  const detail = `${formatBytes(read)} of ${formatBytes(total)} · ${formatPlural(trajectories, 'trajectory', 'trajectories')}${names.length > 1 ? ` · ${file}` : ''}`;
  return { title, detail, share: total === 0 ? null : read / total };
}
