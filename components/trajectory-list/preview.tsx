'use client';

import { ArrowUpRight, Flag, X } from 'lucide-react';
import Link from 'next/link';
import { visibleText } from '@/components/content/visible-text';
import { useLatest } from '@/components/list/use-latest';
import { Badge, CopyButton, cx, ErrorPanel, IconButton, Loading, Skeleton } from '@/components/ui';
import { PROBLEMS } from '@/lib/audit/problems';
import type { QueryRow } from '@/lib/corpus';
import { runQuery, type Corpus } from '@/lib/data';
import { formatCount, formatPlural } from '@/lib/format/numbers';
import { trajectoryOpening } from '@/lib/queries/trajectory-whole';
import { titleOf } from './columns';
import { toggleFlag } from './flags';
import type { TrajectoryRow } from './trajectory-lists';

/** Rows that are passed quickly are not read. */
const REST_MS = 120;

type Opening = QueryRow<ReturnType<typeof trajectoryOpening>>;

export interface PreviewProps {
  readonly corpus: Corpus;
  readonly row: TrajectoryRow | null;
  readonly href: string;
  readonly flagged: boolean;
  /** Null where the frame around it closes it. */
  readonly onClose: (() => void) | null;
}

/** The active row: its task, facts and problems, and how it begins. */
export function Preview({ corpus, row, href, flagged, onClose }: PreviewProps) {
  if (row === null)
    return <p className="p-4 text-sm text-ink-3">No row is active. J and K move, Space shows the row here.</p>;
  const id = row.trajectory_id;
  return (
    <article className="flex flex-col gap-3 p-4" data-testid="preview" data-preview-id={id}>
      <header className="flex items-start gap-1">
        <h2 className="min-w-0 flex-1 text-sm font-semibold break-words whitespace-pre-wrap">{titleOf(row)}</h2>
        <IconButton
          size="sm"
          label={flagged ? 'Remove the flag (F)' : 'Flag (F)'}
          onClick={() => toggleFlag(corpus.baseUrl, id)}
        >
          <Flag className={flagged ? 'fill-current text-warn' : undefined} aria-hidden />
        </IconButton>
        {onClose === null ? null : (
          <IconButton size="sm" label="Close the preview (Space)" onClick={onClose}>
            <X aria-hidden />
          </IconButton>
        )}
      </header>
      <div className="flex min-w-0 items-center gap-1 text-xs">
        <span className="min-w-0 truncate font-mono text-ink-3" title={id}>
          {visibleText(id.slice(0, 200))}
        </span>
        <CopyButton text={id} label="Copy the id" />
        <Link
          href={href}
          prefetch={false}
          className="ml-auto flex shrink-0 items-center gap-0.5 text-accent hover:underline"
        >
          Open <ArrowUpRight className="size-3.5" aria-hidden />
        </Link>
      </div>
      <Facts row={row} />
      <Problems codes={row.problems} />
      <Beginning corpus={corpus} id={id} steps={row.n_steps} />
    </article>
  );
}

function Facts({ row }: { readonly row: TrajectoryRow }) {
  const facts: readonly (readonly [string, string | null])[] = [
    ['Source', row.source],
    ['Kind', row.kind],
    ['Model', row.model],
    ['Outcome', row.outcome],
    ['Reward', row.reward === null ? null : String(Number(row.reward.toPrecision(6)))],
    ['Domain', row.domain],
    ['Steps', formatCount(row.n_steps)],
    ['Calls', `${formatCount(row.n_calls)}, ${formatPlural(row.n_apis, 'tool')}`],
    ['Errors', row.n_errors === 0 ? null : formatCount(row.n_errors)],
    ['Branches', row.n_branches === 0 ? null : formatCount(row.n_branches)],
    ['Tokens', formatCount(row.tokens)],
    ['Format', row.format],
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-xs">
      {facts.map(([label, value]) =>
        value === null ? null : (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd className="tabular truncate" title={value}>
              {visibleText(value.slice(0, 200))}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Problems({ codes }: { readonly codes: readonly string[] }) {
  const meanings: Readonly<Record<string, string>> = PROBLEMS;
  if (codes.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-xs" aria-label="Problems">
      {codes.map((code) => (
        <li key={code}>
          <span className="font-medium text-bad">{code}</span> <span className="text-ink-2">{meanings[code]}</span>
        </li>
      ))}
    </ul>
  );
}

function Beginning({ corpus, id, steps }: { readonly corpus: Corpus; readonly id: string; readonly steps: number }) {
  const { value, stale, error, retry } = useLatest(JSON.stringify([corpus.baseUrl, id]), async (signal) => {
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    signal.throwIfAborted();
    return runQuery(corpus, trajectoryOpening(id), { signal });
  });
  if (error !== null) return <ErrorPanel error={error} title="The steps could not be read" onRetry={retry} />;
  if (value === null || stale) {
    return (
      <Loading label="Loading the steps">
        {[80, 95, 60].map((width) => (
          <span key={width} className="mb-2 block" style={{ width: `${width}%` }}>
            <Skeleton className="h-3 w-full" />
          </span>
        ))}
      </Loading>
    );
  }
  return (
    <ol className="flex flex-col gap-2 border-t border-line pt-3" data-testid="preview-steps">
      {value.map((step) => (
        <Step key={step.step} step={step} />
      ))}
      {steps > value.length ? (
        <li className="text-xs text-ink-3">and {formatPlural(steps - value.length, 'more step')}</li>
      ) : null}
    </ol>
  );
}

function Step({ step }: { readonly step: Opening }) {
  const text = visibleText(step.text ?? '');
  const cut = step.chars - [...text].length;
  return (
    <li className="min-w-0 text-xs">
      <span className={cx('font-medium', step.is_error ? 'text-bad' : 'text-ink-3')}>
        {step.step} {step.role}
      </span>
      {step.tools.map((tool, index) => (
        // The same tool may be called twice in a step.
        <Badge key={`${index} ${tool}`} className="ml-1.5 font-mono">
          {visibleText(tool.slice(0, 80))}
        </Badge>
      ))}
      {text === '' ? null : (
        <p className="mt-0.5 break-words whitespace-pre-wrap text-ink-2">
          {text}
          {cut > 0 ? <span className="text-ink-3"> … {formatCount(cut)} more characters</span> : null}
        </p>
      )}
    </li>
  );
}
