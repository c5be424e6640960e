'use client';

import { CircleAlert } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import type { EngineProgress, ProgressStep } from '@/lib/data';
import { formatBytes } from '@/lib/format/numbers';

/** The step under way in a few words, e.g. `Query engine 2.1 of 18.1 MB`; null where nothing is. */
export function describeProgress({ steps }: EngineProgress): string | null {
  const active = steps.filter((step) => step.state === 'loading' || step.state === 'preparing');
  const [first] = active;
  if (!first) return null;
  const more = active.length > 1 ? ` and ${active.length - 1} more` : '';
  return `${first.label} ${describeStep(first)}${more}`;
}

function describeStep({ state, loaded, total, files }: ProgressStep): string {
  if (state === 'ready') return total === null ? 'ready' : formatBytes(total);
  if (state === 'failed') return 'failed';
  if (state === 'preparing') return 'preparing';
  const bytes = total === null ? formatBytes(loaded) : `${formatBytes(loaded)} of ${formatBytes(total)}`;
  return files[1] > 1 ? `${bytes}, file ${Math.min(files[0] + 1, files[1])} of ${files[1]}` : bytes;
}

/** Part of the known bytes that is there, 0 to 1. */
export function fractionOf({ steps }: EngineProgress): number {
  const known = steps.filter((step) => step.state !== 'failed' && step.total !== null);
  const total = known.reduce((sum, step) => sum + (step.total ?? 0), 0);
  const loaded = known.reduce((sum, step) => sum + Math.min(step.loaded, step.total ?? 0), 0);
  return total === 0 ? 0 : loaded / total;
}

/** The line along the header's lower edge while files are read. Takes no room. */
export function ProgressLine({ progress }: { readonly progress: EngineProgress }) {
  const text = describeProgress(progress);
  if (text === null) return null;
  return (
    <progress
      aria-label="Loading"
      aria-valuetext={text}
      max={1}
      value={Math.max(0.04, fractionOf(progress))}
      className="progress-line absolute inset-x-0 -bottom-px"
    />
  );
}

/** What the engine is doing, in words; opens the list of steps. Its room is kept free, so that nothing moves. */
export function EngineStatus({ progress }: { readonly progress: EngineProgress }) {
  return (
    <div className="flex w-7 justify-end xl:w-56 pointer-coarse:w-9 pointer-coarse:xl:w-56">
      {progress.state === 'idle' ? null : <StatusPopover progress={progress} />}
    </div>
  );
}

function StatusPopover({ progress }: { readonly progress: EngineProgress }) {
  const active = describeProgress(progress);
  const failed = progress.state === 'failed' || progress.steps.some((step) => step.state === 'failed');
  return (
    <Popover
      label="Engine"
      align="end"
      className="w-80 p-3"
      trigger={
        <Button
          variant="ghost"
          aria-label={`Engine: ${active ?? (failed ? 'a file failed' : 'ready')}`}
          className="max-w-full min-w-0 px-1.5!"
        >
          <Light state={failed ? 'failed' : active ? 'busy' : 'ready'} />
          {active ? <span className="tabular hidden truncate text-xs xl:inline">{active}</span> : null}
          {failed ? <span className="hidden text-xs text-bad xl:inline">a file failed</span> : null}
        </Button>
      }
    >
      <h2 className="text-sm font-semibold">Engine</h2>
      <p className="mt-0.5 text-xs text-ink-3">Queries run in this tab. These files have been read for it.</p>
      <ul className="mt-2 border-t border-line">
        {progress.steps.map((step) => (
          <li
            key={step.id}
            className="flex min-h-6 items-center justify-between gap-3 border-b border-line py-0.5 text-xs"
          >
            <span className="min-w-0 truncate">{step.label}</span>
            <span className={`tabular whitespace-nowrap ${step.state === 'failed' ? 'text-bad' : 'text-ink-3'}`}>
              {describeStep(step)}
            </span>
          </li>
        ))}
      </ul>
      {progress.notes.map((note) => (
        <p key={note} className="mt-2 text-xs text-warn">
          {note}
        </p>
      ))}
      {progress.recycled > 0 ? (
        <p className="mt-2 text-xs text-ink-3">
          The engine was started again {progress.recycled === 1 ? 'once' : `${progress.recycled} times`} after an error.
        </p>
      ) : null}
    </Popover>
  );
}

function Light({ state }: { readonly state: 'ready' | 'busy' | 'failed' }) {
  if (state === 'failed') return <CircleAlert className="text-bad" aria-hidden />;
  return (
    <span
      aria-hidden
      className={`size-1.5 rounded-full ${state === 'busy' ? 'animate-breathe bg-accent' : 'bg-good'}`}
    />
  );
}
