'use client';

import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { ActiveFilter } from './filter-model';

export interface FilterChipsProps<Filter> {
  readonly active: readonly ActiveFilter<Filter>[];
  readonly onRemove: (filter: ActiveFilter<Filter>) => void;
  readonly onClearAll: () => void;
}

/** What narrows the list, each with its removal. Nothing where nothing does. */
export function FilterChips<Filter>({ active, onRemove, onClearAll }: FilterChipsProps<Filter>) {
  if (active.length === 0) return null;
  return (
    <ul aria-label="Active filters" className="flex min-w-0 flex-wrap items-center gap-1" data-testid="filter-chips">
      {active.map((filter) => (
        <li key={filter.id} className="min-w-0">
          <button
            type="button"
            onClick={() => onRemove(filter)}
            aria-label={`Remove ${filter.label}: ${filter.value}`}
            className="group flex h-6 max-w-72 cursor-pointer items-center gap-1 rounded-sm border border-line bg-surface pr-1 pl-2 text-xs hover:border-line-strong pointer-coarse:h-8"
          >
            <span className="shrink-0 text-ink-3">{filter.label}</span>
            <span className="truncate">{filter.value}</span>
            <X className="size-3 shrink-0 text-ink-3 group-hover:text-ink" aria-hidden />
          </button>
        </li>
      ))}
      {active.length > 1 ? (
        <li>
          <Button variant="ghost" size="sm" onClick={onClearAll}>
            Clear all
          </Button>
        </li>
      ) : null}
    </ul>
  );
}
