'use client';

import { FileJson } from 'lucide-react';
import { useState } from 'react';
import { ContentView } from '@/components/content/content-view';
import { Dialog, IconButton } from '@/components/ui';
import type { StepRow } from './types';

/** The message as its source has it, and what the source measured of it. */
export function RawStep({ step }: { readonly step: StepRow }) {
  const [open, setOpen] = useState(false);
  const parts = [
    ['As the source has it', step.raw],
    ['What the source measured', step.metrics],
  ] as const;
  return (
    <>
      <IconButton label={`Raw step ${step.step}`} size="sm" onClick={() => setOpen(true)}>
        <FileJson aria-hidden />
      </IconButton>
      <Dialog open={open} onOpenChange={setOpen} title={`Step ${step.step}`} size="lg">
        {open
          ? parts.map(([title, text]) =>
              text === null ? null : (
                <section key={title} className="pb-3">
                  <h3 className="mb-1 text-xs font-medium text-ink-3">{title}</h3>
                  <ContentView text={text} type={null} speaker="tool" label={title} />
                </section>
              ),
            )
          : null}
      </Dialog>
    </>
  );
}
