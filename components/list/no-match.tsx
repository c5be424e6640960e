'use client';

import { SearchX } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { formatPlural } from '@/lib/format/numbers';
import type { ActiveFilter, Nouns } from './filter-model';

export interface NoMatchProps<Filter> {
  readonly nouns: Nouns;
  readonly active: readonly ActiveFilter<Filter>[];
  /** How many rows match without each of them, by id; what is not counted yet is missing. */
  readonly without: ReadonlyMap<string, number>;
  /** What the corpus lacks that the list is narrowed by; null where it lacks nothing. */
  readonly missing?: string | null;
  readonly onRemove: (filter: ActiveFilter<Filter>) => void;
  readonly onClearAll: () => void;
}

/** An empty list: what to loosen, and how much each would bring back. */
export function NoMatch<Filter>(props: NoMatchProps<Filter>) {
  const { nouns, active, without, missing = null, onRemove, onClearAll } = props;
  const helpful = active.filter(({ id }) => without.get(id) !== 0);
  const counted = without.size > 0;
  return (
    <>
      {missing === null ? null : <p className="bg-warn-soft px-4 py-2 text-sm">{missing}</p>}
      <EmptyState icon={SearchX} title={`No ${nouns.one} matches`} className="flex-1">
        {active.length === 0 ? (
          <p>This corpus holds no {nouns.many}.</p>
        ) : (
          <>
            <p>{explain(active.length, counted && helpful.length === 0)}</p>
            <ul className="mt-2 flex flex-col items-start gap-1" data-testid="no-match">
              {(helpful.length > 0 ? helpful : active).map((filter) => (
                <li key={filter.id}>
                  <Button size="sm" onClick={() => onRemove(filter)} className="max-w-80">
                    <span className="truncate">
                      Remove {filter.label.toLowerCase()} <span className="font-medium">{filter.value}</span>
                    </span>
                  </Button>
                  <Regained count={without.get(filter.id)} nouns={nouns} />
                </li>
              ))}
            </ul>
            {active.length > 1 ? (
              <Button
                variant={helpful.length === 0 ? 'primary' : 'ghost'}
                size="sm"
                className="mt-2"
                onClick={onClearAll}
              >
                Clear all
              </Button>
            ) : null}
          </>
        )}
      </EmptyState>
    </>
  );
}

function explain(filters: number, hopeless: boolean): string {
  if (filters === 1) return 'Nothing in this corpus fits:';
  if (hopeless)
    return 'Nothing fits all of these at once, and loosening one is not enough: clear all, or remove several.';
  return 'Nothing fits all of these at once. Loosen one:';
}

function Regained({ count, nouns }: { readonly count: number | undefined; readonly nouns: Nouns }) {
  if (count === undefined) return null;
  return <span className="tabular ml-2 text-xs text-ink-3">{formatPlural(count, nouns.one, nouns.many)}</span>;
}
