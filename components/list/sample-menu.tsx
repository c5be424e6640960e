'use client';

import { Dices, Shuffle } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { Segmented } from '@/components/ui/segmented';
import type { ListFilter } from './filter-model';

type Sample = ListFilter['sample'];

const SIZES = ['20', '100', '500', '2000'] as const;
const DEFAULT_SIZE = 100;

export interface SampleMenuProps {
  readonly sample: Sample;
  readonly onChange: (sample: Sample) => void;
}

/** A random sample of what matches; the same seed draws the same rows for whoever opens the link. */
export function SampleMenu({ sample, onChange }: SampleMenuProps) {
  const size = String(sample?.n ?? DEFAULT_SIZE);
  const options = SIZES.some((value) => value === size) ? SIZES : [...SIZES, size];
  return (
    <Popover
      label="Random sample"
      align="end"
      trigger={
        <Button variant="ghost" aria-label="Random sample" className={sample === null ? undefined : 'text-accent!'}>
          <Dices aria-hidden /> <span className="max-xl:hidden">Sample</span>
        </Button>
      }
    >
      <p className="text-sm font-medium">Random sample</p>
      <p className="mt-0.5 text-xs text-ink-3">
        Drawn from what matches now. The seed is in the link, so it can be repeated.
      </p>
      <div className="mt-2.5">
        <Segmented
          label="Sample size"
          value={size}
          onValueChange={(value) => onChange({ n: Number(value), seed: sample?.seed ?? freshSeed() })}
          options={options.map((value) => ({ value, label: Number(value).toLocaleString('en') }))}
        />
      </div>
      <div className="mt-2.5 flex items-center gap-1.5">
        <label className="flex flex-1 items-center gap-2 text-xs text-ink-2">
          Seed
          <input
            inputMode="numeric"
            value={sample?.seed ?? ''}
            placeholder="none"
            onChange={(event) => {
              const seed = Number.parseInt(event.target.value, 10);
              if (Number.isSafeInteger(seed) && seed >= 0)
                onChange({ n: Number(size), seed: Math.min(seed, 2 ** 31 - 1) });
            }}
            className="tabular h-6 w-24 rounded-sm border border-line bg-surface px-1.5 text-xs text-ink outline-none focus-visible:border-accent"
          />
        </label>
        <Button size="sm" onClick={() => onChange({ n: Number(size), seed: freshSeed() })} data-testid="reshuffle">
          <Shuffle aria-hidden /> {sample === null ? 'Draw' : 'Reshuffle'}
        </Button>
      </div>
      {sample === null ? null : (
        <Button size="sm" variant="ghost" className="mt-2 -ml-2" onClick={() => onChange(null)}>
          Show all matches
        </Button>
      )}
    </Popover>
  );
}

/** Short enough to read out. */
function freshSeed(): number {
  return Math.floor(Math.random() * 10_000);
}
