'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import { toast } from '@/components/ui/toast';
import { droppedFiles } from '@/lib/open/dropped-files';
import { openRawFiles } from '@/lib/open/session';
import { openHref } from '@/lib/url';
import { useOpenCorpus } from './use-open-corpus';

/** Files may be dropped on any page: they open in this tab, and are uploaded nowhere. */
export function FileDrop() {
  const router = useRouter();
  const { wanted: corpus } = useOpenCorpus();
  const [over, setOver] = useState(false);
  const drop = useEffectEvent(async (transfer: DataTransfer) => {
    try {
      const files = await droppedFiles(transfer);
      if (files.length === 0) return;
      openRawFiles(files);
      router.push(openHref({ corpus }));
    } catch (error) {
      toast.error('The files could not be read', {
        description: error instanceof Error ? error.message : String(error),
      });
    }
  });
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent) => {
      // A page may take what is its own, e.g. the planner a plan.
      if (!holdsFiles(event) || event.defaultPrevented) return;
      setOver(!isTaken(event));
      if (!isTaken(event)) event.preventDefault();
    };
    const onLeave = (event: DragEvent) => {
      // The pointer left the window, and not only one element for another.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event) || event.dataTransfer === null || event.defaultPrevented) return;
      setOver(false);
      if (isTaken(event)) return;
      event.preventDefault();
      void drop(event.dataTransfer);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  if (!over) return null;
  return (
    <div className="pointer-events-none fixed inset-2 z-50 grid place-items-center rounded-lg border-2 border-dashed border-accent bg-canvas/90">
      <p className="text-center">
        <span className="block text-lg font-semibold">Drop to inspect</span>
        <span className="text-ink-2">Read in this tab; nothing is uploaded.</span>
      </p>
    </div>
  );
}

/** Whether the pointer is over a part of the page that takes files for itself (data-drops). */
function isTaken({ target }: DragEvent): boolean {
  return target instanceof Element && target.closest('[data-drops]') !== null;
}
