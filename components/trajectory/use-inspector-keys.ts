'use client';

import { useKeys } from '@/components/content/use-keys';
import { serializeSteps, type InspectorState } from '@/lib/url';
import { copyText } from './copy-text';
import { addressOf } from './shared';
import type { InspectorModel } from './use-inspector';

/** The keys of the inspector; components/shell/shortcuts.ts lists them. */
export function useInspectorKeys({ moves, panel, findBar }: InspectorModel, { step, call }: InspectorState): void {
  useKeys({
    j: moves.toStep(1),
    k: moves.toStep(-1),
    c: moves.toCall(1),
    C: moves.toCall(-1),
    e: moves.toProblem(1),
    E: moves.toProblem(-1),
    b: moves.toSibling(1),
    B: moves.toSibling(-1),
    x: moves.foldHere,
    t: panel.toggle,
    '/': findBar.open,
    y: () =>
      void copyText('Link', () => (step === null ? window.location.href : addressOf(serializeSteps(step), call))),
  });
}
