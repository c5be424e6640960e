'use client';

import * as RadixTooltip from 'radix-ui/tooltip';
import type { ReactNode } from 'react';
import { Kbd } from './kbd';

export type TooltipSide = 'top' | 'right' | 'bottom' | 'left';

export interface TooltipProps {
  /** A short hint. Where it is empty, the child is rendered alone. Never the only place of a fact. */
  readonly content: ReactNode;
  readonly keys?: readonly string[];
  readonly side?: TooltipSide;
  /** One element that takes a ref and pointer handlers. */
  readonly children: ReactNode;
}

/** A hint on hover and focus. Needs TooltipProvider above (the shell has it). */
export function Tooltip({ content, keys = [], side = 'top', children }: TooltipProps) {
  if (content === null || content === undefined || content === '') return children;
  return (
    <RadixTooltip.Root>
      <RadixTooltip.Trigger asChild>{children}</RadixTooltip.Trigger>
      <RadixTooltip.Portal>
        <RadixTooltip.Content
          side={side}
          sideOffset={5}
          collisionPadding={8}
          className="z-60 flex max-w-80 items-center gap-2 rounded-sm bg-ink px-2 py-1 text-xs text-canvas shadow-float"
        >
          {content}
          {keys.map((key) => (
            <Kbd key={key} inverse>
              {key}
            </Kbd>
          ))}
        </RadixTooltip.Content>
      </RadixTooltip.Portal>
    </RadixTooltip.Root>
  );
}

/** Once, near the root: tooltips open after 350 ms, and at once when one was open just before. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return (
    <RadixTooltip.Provider delayDuration={350} skipDelayDuration={200}>
      {children}
    </RadixTooltip.Provider>
  );
}
