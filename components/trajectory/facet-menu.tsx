'use client';

import { ChevronDown } from 'lucide-react';
import { visibleText } from '@/components/content/visible-text';
import { Button, Menu, MenuCheckItem, MenuItem, MenuSeparator } from '@/components/ui';
import { formatCount } from '@/lib/format/numbers';
import type { FacetCount } from './types';

export interface FacetMenuProps {
  readonly label: string;
  readonly counts: readonly FacetCount[];
  /** Values that narrow; the empty text stands for "no value". */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** Words for a value, where it does not speak for itself. */
  readonly say?: (value: string) => string;
}

/** The values of one facet with their counts, to choose from. */
export function FacetMenu({ label, counts, chosen, onChange, say = (value) => value }: FacetMenuProps) {
  const values = counts.map((entry) => ({ value: entry.value ?? '', trajectories: entry.trajectories }));
  const missing = chosen.filter((value) => !values.some((entry) => entry.value === value));
  const all = [...missing.map((value) => ({ value, trajectories: 0 })), ...values];
  const words = (value: string) => (value === '' ? '(none)' : visibleText(say(value).slice(0, 60)));
  const toggle = (value: string, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value));
  return (
    <Menu
      className="max-w-80"
      trigger={
        <Button size="md" aria-label={`${label}: ${chosen.length === 0 ? 'all' : chosen.map(words).join(', ')}`}>
          <span className={chosen.length === 0 ? 'text-ink-2' : 'text-accent'}>{label}</span>
          {chosen.length === 0 ? null : (
            <span className="max-w-28 truncate font-medium">
              {chosen.length === 1 ? words(chosen[0]!) : chosen.length}
            </span>
          )}
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      {all.map(({ value, trajectories }) => (
        <MenuCheckItem key={value} checked={chosen.includes(value)} onCheckedChange={(on) => toggle(value, on)}>
          <span className="min-w-0 flex-1 truncate">{words(value)}</span>
          <span className="tabular ml-4 text-xs text-ink-3">{formatCount(trajectories)}</span>
        </MenuCheckItem>
      ))}
      {chosen.length > 0 ? (
        <>
          <MenuSeparator />
          <MenuItem onSelect={() => onChange([])}>Clear</MenuItem>
        </>
      ) : null}
    </Menu>
  );
}
