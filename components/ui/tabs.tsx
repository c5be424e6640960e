'use client';

import * as RadixTabs from 'radix-ui/tabs';
import type { ReactNode } from 'react';
import { cx } from './cx';

export interface TabsProps<V extends string> {
  /** Accessible name of the tab list. */
  readonly label: string;
  readonly value: V;
  readonly onValueChange: (value: V) => void;
  readonly tabs: readonly { readonly value: V; readonly label: string; readonly count?: string }[];
  /** One TabPanel per tab. */
  readonly children: ReactNode;
  readonly className?: string;
}

/** Tabs whose value the caller keeps (in the URL). Arrow keys move, Enter or Space chooses. */
export function Tabs<V extends string>({ label, value, onValueChange, tabs, children, className }: TabsProps<V>) {
  return (
    <RadixTabs.Root
      value={value}
      onValueChange={(next) => onValueChange(next as V)}
      activationMode="manual"
      className={className}
    >
      <RadixTabs.List aria-label={label} className="flex overflow-x-auto border-b border-line [scrollbar-width:none]">
        {tabs.map((tab) => (
          <RadixTabs.Trigger
            key={tab.value}
            value={tab.value}
            className={cx(
              '-mb-px flex h-8 shrink-0 cursor-pointer items-center gap-1.5 border-b-2 border-transparent px-3 text-sm text-ink-2 first:-ml-3',
              'hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink',
              'focus-visible:-outline-offset-2 pointer-coarse:h-10',
            )}
          >
            {tab.label}
            {tab.count === undefined ? null : <span className="tabular text-xs text-ink-3">{tab.count}</span>}
          </RadixTabs.Trigger>
        ))}
      </RadixTabs.List>
      {children}
    </RadixTabs.Root>
  );
}

export interface TabPanelProps {
  readonly value: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** Rendered while its tab is chosen. */
export function TabPanel({ value, children, className }: TabPanelProps) {
  return (
    <RadixTabs.Content value={value} className={className}>
      {children}
    </RadixTabs.Content>
  );
}
