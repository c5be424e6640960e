'use client';

import { Download, FileUp } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { saveFile } from '@/components/ui/save-file';
import { toast } from '@/components/ui/toast';
import type { Manifest } from '@/lib/corpus/manifest';
import { readPlanFile, writePlanFile } from '@/lib/mixture/plan-file';
import type { Planner } from './use-planner';

/** Longest plan.json that is read; a plan of a thousand sources has a tenth of it. */
const MOST_BYTES = 1_000_000;

export interface PlanFilesProps {
  readonly planner: Planner;
  readonly manifest: Manifest;
}

/** The plan as a file and as a link. A plan.json may also be dropped on the page. */
export function PlanFiles({ planner, manifest }: PlanFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  const { name: corpus, tokenizer } = manifest;
  const open = async (file: File) => {
    const read =
      file.size > MOST_BYTES ? { problem: 'It is larger than a megabyte.' } : readPlanFile(await file.text());
    if ('problem' in read) {
      toast.error(`${file.name} is not a plan`, { description: read.problem });
      return;
    }
    planner.change({ ...read.plan, locked: [], origin: 'file' });
    if (read.tokenizer !== tokenizer || read.corpus !== corpus)
      toast('The plan was made for another corpus', {
        description: `It is of ${read.corpus} (${read.tokenizer}); this is ${corpus} (${tokenizer}).`,
      });
  };
  useDroppedPlan((file) => void open(file));
  const save = () =>
    saveFile(
      new Blob([writePlanFile({ corpus, tokenizer, plan: planner.plan })], { type: 'application/json' }),
      'plan.json',
    );
  return (
    <div className="flex flex-wrap gap-1.5">
      <CopyButton text={() => window.location.href} label="Copy link" variant="ghost" size="md" />
      <Button onClick={() => input.current?.click()}>
        <FileUp aria-hidden /> Open plan.json…
      </Button>
      <Button variant="primary" onClick={save}>
        <Download aria-hidden /> plan.json
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="sr-only"
        tabIndex={-1}
        aria-label="Plan to open"
        data-testid="plan-file"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) void open(file);
        }}
      />
    </div>
  );
}

/** One dropped JSON file is a plan; anything else is left to the rest of the page. */
function useDroppedPlan(onPlan: (file: File) => void): void {
  const take = useEffectEvent(onPlan);
  useEffect(() => {
    const isPlan = ({ dataTransfer }: DragEvent) => {
      const items = [...(dataTransfer?.items ?? [])];
      return items.length === 1 && items[0]?.kind === 'file' && items[0].type === 'application/json';
    };
    const onOver = (event: DragEvent) => {
      if (isPlan(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      const [file] = event.dataTransfer?.files ?? [];
      if (!isPlan(event) || file === undefined) return;
      event.preventDefault();
      take(file);
    };
    // Before the page's own handler, which opens raw files.
    window.addEventListener('dragover', onOver, { capture: true });
    window.addEventListener('drop', onDrop, { capture: true });
    return () => {
      window.removeEventListener('dragover', onOver, { capture: true });
      window.removeEventListener('drop', onDrop, { capture: true });
    };
  }, []);
}
