'use client';

import { Command } from 'cmdk';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface PaletteItemProps {
  readonly icon?: LucideIcon;
  /** Unique text that is matched; the children's text where left out. */
  readonly value?: string;
  readonly trailing?: ReactNode;
  /** Shown whatever is typed: it was matched elsewhere. */
  readonly forceMount?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

export function PaletteItem({ icon: Icon, trailing, children, ...item }: PaletteItemProps) {
  return (
    <Command.Item
      {...item}
      className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-sm px-2 py-1 data-[selected=true]:bg-hover pointer-coarse:min-h-10"
    >
      {Icon ? <Icon className="size-3.5 shrink-0 text-ink-3" aria-hidden /> : null}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {trailing}
    </Command.Item>
  );
}

export interface PaletteGroupProps {
  readonly heading: string;
  readonly forceMount?: boolean;
  readonly children: ReactNode;
}

export function PaletteGroup(props: PaletteGroupProps) {
  return (
    <Command.Group
      {...props}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-ink-3"
    />
  );
}
