'use client';

import { ArrowUpRight, Dices, LoaderCircle, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { toast } from '@/components/ui/toast';

export interface EntryPoint {
  readonly label: string;
  /** What is found there. */
  readonly note: string;
  /** A link, or a way to find one: random records are drawn when they are asked for. */
  readonly to: string | (() => Promise<void>);
}

/** Ways into the corpus. */
export function EntryPoints({ points }: { readonly points: readonly EntryPoint[] }) {
  if (points.length === 0) return null;
  return (
    <nav aria-label="Ways in" className="border-t border-line-strong">
      <ul className="grid grid-cols-2 lg:grid-cols-3 xl:flex">
        {points.map((point) => (
          <li
            key={point.label}
            className="min-w-0 border-line max-xl:border-b max-lg:even:border-l lg:max-xl:not-[:nth-child(3n+1)]:border-l xl:flex-1 xl:not-first:border-l"
          >
            {typeof point.to === 'string' ? (
              <Link href={point.to} prefetch={false} className={row}>
                <PointText point={point} icon={ArrowUpRight} />
              </Link>
            ) : (
              <Draw point={point} draw={point.to} />
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

const row =
  'group flex h-full w-full cursor-pointer items-start gap-2 px-3 py-2.5 text-left hover:bg-hover focus-visible:-outline-offset-2 disabled:cursor-default';

function Draw({ point, draw }: { readonly point: EntryPoint; readonly draw: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      await draw();
    } catch (cause) {
      toast.error(`${point.label}: nothing could be drawn`, {
        description: cause instanceof Error ? cause.message : String(cause),
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <button type="button" className={row} disabled={busy} aria-busy={busy} onClick={() => void run()}>
      <PointText point={point} icon={busy ? LoaderCircle : Dices} spin={busy} />
    </button>
  );
}

interface PointTextProps {
  readonly point: EntryPoint;
  readonly icon: LucideIcon;
  readonly spin?: boolean;
}

function PointText({ point, icon: Icon, spin = false }: PointTextProps) {
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="block font-medium group-hover:text-accent">{point.label}</span>
        <span className="tabular block text-xs text-ink-3">{point.note}</span>
      </span>
      <Icon
        className={`mt-0.5 size-3.5 shrink-0 text-ink-3 group-hover:text-accent ${spin ? 'animate-spin' : ''}`}
        aria-hidden
      />
    </>
  );
}
