'use client';

import Link from 'next/link';
import { useMemo, useState } from 'react';
import { ScrollArea } from '@/components/charts/scroll-area';
import { Section } from '@/components/overview/section';
import { ComponentSwatch } from '@/components/ui/badge';
import { TextField } from '@/components/ui/text-field';
import { ValueSlider } from '@/components/ui/value-slider';
import { formatCount, formatPercent } from '@/lib/format/numbers';
import { truncationOf, type Bounds } from '@/lib/mixture/window';
import { recordsHref, MAX_WINDOW, type MixtureState } from '@/lib/url';
import { lengthRows } from './length-model';
import type { LengthRow } from './length-row';
import { tokenizersOf, type CorpusStats } from './shown-corpus';
import { componentsOf } from '@/lib/url';

export interface WindowSectionProps {
  readonly corpora: readonly CorpusStats[];
  readonly state: MixtureState;
  readonly change: (part: Partial<MixtureState>) => void;
}

/** Stops of the slider: quarters of an octave, which are edges of bins, so that counts are exact at each. */
const STOPS = Array.from({ length: 4 * 15 + 1 }, (_, stop) => 2 ** (6 + Math.floor(stop / 4)) * (1 + (stop % 4) / 4));

/** What a context window would truncate. */
export function WindowSection({ corpora, state, change }: WindowSectionProps) {
  const { window, components } = state;
  const rows = useMemo(() => lengthRows(corpora, 'tokens', 'records', componentsOf(components)), [corpora, components]);
  if (rows.length === 0) return null;
  const exact = STOPS.includes(window);
  return (
    <Section
      title="Context window"
      note="What would be cut off, were each record cut at the window. The line in the charts of tokens is the same window."
      controls={<Controls window={window} onWindow={(next) => change({ window: next })} />}
    >
      <WindowTable rows={rows} window={window} corpora={corpora} />
      <p className="mt-2 max-w-[80ch] text-xs text-ink-3">
        Records of {formatCount(window)} tokens or more, and their tokens beyond the {formatCount(window)}th, as counted
        by {tokenizersOf(corpora)}. From token_stats.{' '}
        {exact
          ? 'This window is the edge of a bin: the counts are exact.'
          : 'This window lies within a bin: where two numbers stand, the count is between them.'}
      </p>
    </Section>
  );
}

function Controls({ window, onWindow }: { readonly window: number; readonly onWindow: (window: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const stop = STOPS.findLastIndex((size) => size <= window);
  const type = (text: string) => {
    setTyped(text);
    const size = Number(text.replaceAll(/[\s,]/g, ''));
    if (Number.isInteger(size) && size >= 1 && size <= MAX_WINDOW) onWindow(size);
  };
  const wrong = typed !== null && typed.trim() !== '' && Number(typed.replaceAll(/[\s,]/g, '')) !== window;
  return (
    <div className="w-full min-w-48 max-w-72">
      <ValueSlider
        label="Context window, in tokens"
        min={0}
        max={STOPS.length - 1}
        value={Math.max(0, stop)}
        onChange={(next) => {
          setTyped(null);
          onWindow(STOPS[next] ?? window);
        }}
        format={(at) => `${formatCount(STOPS[at] ?? window)} tokens`}
      />
      <TextField
        label="Window in tokens"
        hideLabel
        inputMode="numeric"
        value={typed ?? formatCount(window)}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setTyped(null)}
        error={wrong ? `A whole number from 1 to ${formatCount(MAX_WINDOW)}.` : null}
        hint="tokens"
      />
    </div>
  );
}

interface WindowTableProps {
  readonly rows: readonly LengthRow[];
  readonly corpora: readonly CorpusStats[];
  readonly window: number;
}

function WindowTable({ rows, window, corpora }: WindowTableProps) {
  const number = 'px-3 text-right whitespace-nowrap';
  const groups = corpora.map((corpus) => ({ corpus, rows: rows.filter((row) => row.outlined === corpus.beside) }));
  return (
    <ScrollArea label="Truncated records" className="border-t border-line">
      <table className="tabular w-full">
        <caption className="sr-only">What a window of {formatCount(window)} tokens truncates</caption>
        <thead className="text-left text-xs text-ink-3">
          <tr className="h-7 border-b border-line [&>th]:px-3 [&>th]:font-normal">
            <th className="pl-0!">Source</th>
            <th className="text-right">Records</th>
            <th className="text-right">Truncated</th>
            <th className="text-right">% of records</th>
            <th className="w-32" aria-hidden />
            <th className="text-right">Tokens cut off</th>
            <th className="text-right">% of tokens</th>
            <th className="w-32" aria-hidden />
          </tr>
        </thead>
        {groups.map(({ corpus, rows: own }) => (
          <tbody key={corpus.beside ? 'beside' : 'open'}>
            {own.map((row) => (
              <WindowRow key={row.key} rows={[row]} window={window} link={corpus.link} className={number} />
            ))}
            {own.length > 1 ? (
              <WindowRow
                rows={own}
                window={window}
                link={corpus.link}
                className={number}
                name={corpus.manifest.title}
              />
            ) : null}
          </tbody>
        ))}
      </table>
    </ScrollArea>
  );
}

interface WindowRowProps {
  /** One, or all that are summed up. */
  readonly rows: readonly LengthRow[];
  readonly window: number;
  readonly link: string | null;
  readonly className: string;
  /** Of a sum. */
  readonly name?: string;
}

function WindowRow({ rows, window, link, className, name }: WindowRowProps) {
  const [first] = rows;
  if (first === undefined) return null;
  const records = rows.reduce((sum, { series }) => sum + series.count, 0);
  const tokens = rows.reduce((sum, { series }) => sum + series.sum, 0);
  const cut = truncationOf(
    rows.flatMap(({ series }) => series.bins),
    window,
  );
  const href =
    name === undefined && cut.records.high > 0
      ? recordsHref({
          corpus: link,
          component: first.series.component,
          sources: [first.series.source],
          range: { measure: 'tokens', limits: [window, null] },
        })
      : null;
  const count = boundsText(cut.records, formatCount);
  return (
    <tr className={`h-7 border-b border-line ${name === undefined ? '' : 'font-medium'}`}>
      <th scope="row" className={`text-left ${name === undefined ? 'font-normal' : 'font-medium'}`}>
        {name === undefined ? (
          <span className="flex items-baseline gap-2 whitespace-nowrap">
            <ComponentSwatch component={first.series.component} />
            {first.label} <span className="text-xs text-ink-3">{first.note}</span>
          </span>
        ) : (
          `All of ${name}`
        )}
      </th>
      <td className={className}>{formatCount(records)}</td>
      <td className={className}>
        {href === null ? (
          count
        ) : (
          <Link href={href} prefetch={false} className="underline decoration-line-strong hover:text-accent">
            {count}
          </Link>
        )}
      </td>
      <td className={className}>{boundsText(over(cut.records, records), formatPercent)}</td>
      <ShareCell share={over(cut.records, records).high} />
      <td className={className}>{boundsText(cut.tokens, formatCount)}</td>
      <td className={className}>{boundsText(over(cut.tokens, tokens), formatPercent)}</td>
      <ShareCell share={over(cut.tokens, tokens).high} />
    </tr>
  );
}

function ShareCell({ share }: { readonly share: number }) {
  return (
    <td aria-hidden className="min-w-24">
      <div className="h-2 w-full bg-sunken">
        <div className="h-full rounded-r-[2px] bg-accent" style={{ width: `${share * 100}%` }} />
      </div>
    </td>
  );
}

function over({ low, high }: Bounds, whole: number): Bounds {
  return whole === 0 ? { low: 0, high: 0 } : { low: low / whole, high: high / whole };
}

function boundsText({ low, high }: Bounds, format: (value: number) => string): string {
  const [from, to] = [format(low), format(high)];
  return from === to ? from : `${from} to ${to}`;
}
