'use client';

import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { ScrollArea } from '@/components/charts/scroll-area';
import { Button } from '@/components/ui';
import { formatPercent } from '@/lib/format/numbers';
import type { BestMixture as Best, FitQuestion } from '@/lib/fit/question';
import { formatInterval, formatValue } from './number-text';

type Bounds = FitQuestion['bounds'];

export interface BestMixtureProps {
  readonly best: Best | null;
  /** Why there is none. */
  readonly notes: readonly string[];
  readonly domains: readonly string[];
  readonly bounds: Bounds;
  /** Null where the law knows one share only, so that bounds of domains have no meaning. */
  readonly onBounds: ((bounds: Bounds) => void) | null;
  readonly what: string;
  /** The planner with these weights. */
  readonly planHref: (weights: Readonly<Record<string, number>>) => string;
}

/** The predicted best mixture under constraints. */
export function BestMixture({ best, notes, domains, bounds, onBounds, what, planHref }: BestMixtureProps) {
  const isTrusted = best !== null && best.warnings.length === 0;
  return (
    <div data-testid="fit-best">
      {best === null ? (
        <p className="border-l-2 border-l-warn bg-warn-soft px-3 py-2">
          {notes.join(' ') || 'There is no best mixture.'}
        </p>
      ) : (
        <p className="max-w-[80ch]">
          Expected {what}: <strong className="tabular font-semibold">{formatValue(best.expected.value)}</strong>
          {best.expected.low === null ? '' : ` (95 %: ${formatInterval(best.expected)})`}.
        </p>
      )}
      {best?.warnings.map((warning) => (
        <p key={warning} className="mt-2 max-w-[80ch] border-l-2 border-l-warn bg-warn-soft px-3 py-2">
          {warning}
        </p>
      ))}
      <ScrollArea label="Best mixture" className="mt-3 max-h-120 border-y border-line">
        <table className="tabular w-full max-w-4xl">
          <caption className="sr-only">Weights of the predicted best mixture</caption>
          <thead className="sticky top-0 bg-canvas text-left text-xs text-ink-3">
            <tr className="h-7 [&>th]:font-normal">
              <th>Domain</th>
              <th className="pl-4 text-right">Weight</th>
              <th className="w-28" aria-hidden />
              <th className="pl-4 text-right">95 % interval</th>
              <th className="pl-4 text-right">In the runs</th>
              {onBounds === null ? null : <th className="pl-4">At least, at most</th>}
            </tr>
          </thead>
          <tbody>
            {domains.map((domain, i) => {
              const found = best?.weights[i];
              return (
                <tr key={domain} className="h-8 border-t border-line">
                  <th scope="row" className="text-left font-normal">
                    {domain}
                  </th>
                  <td className="pl-4 text-right">{found === undefined ? '–' : formatPercent(found.value)}</td>
                  <td aria-hidden className="pl-3">
                    <div className="h-2 w-24 bg-sunken">
                      <div className="h-full bg-c-trajectories" style={{ width: `${100 * (found?.value ?? 0)}%` }} />
                    </div>
                  </td>
                  <td className="pl-4 text-right whitespace-nowrap text-ink-2">
                    {found === undefined ? '–' : formatInterval(found, formatPercent)}
                  </td>
                  <td className="pl-4 text-right whitespace-nowrap text-ink-3">
                    {found === undefined ? '–' : `${formatPercent(found.seen[0])} to ${formatPercent(found.seen[1])}`}
                  </td>
                  {onBounds === null ? null : (
                    <td className="pl-4">
                      <BoundsFields
                        key={JSON.stringify(bounds[domain] ?? null)}
                        domain={domain}
                        bound={bounds[domain] ?? null}
                        onBound={(bound) => onBounds(withBound(bounds, domain, bound))}
                      />
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollArea>
      {best === null ? null : (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Button asChild variant={isTrusted ? 'primary' : 'secondary'}>
            <Link
              prefetch={false}
              href={planHref(Object.fromEntries(best.weights.map(({ name, value }) => [name, value])))}
              data-testid="to-planner"
            >
              Send to planner <ArrowRight aria-hidden />
            </Link>
          </Button>
          <span className="max-w-[60ch] text-xs text-ink-3">
            Domains named as components or sources of the open corpus become their weights; the planner says which it
            does not know.
          </span>
        </div>
      )}
    </div>
  );
}

function withBound(bounds: Bounds, domain: string, bound: readonly [number, number] | null): Bounds {
  const { [domain]: _before, ...others } = bounds;
  return bound === null ? others : { ...others, [domain]: bound };
}

interface BoundsFieldsProps {
  readonly domain: string;
  readonly bound: readonly [number, number] | null;
  readonly onBound: (bound: readonly [number, number] | null) => void;
}

/** @returns a weight in percent; '' for none */
function shown(weight: number | undefined): string {
  return weight === undefined ? '' : String(Number((100 * weight).toFixed(2)));
}

/** Least and most weight in percent; empty is what the runs have. */
function BoundsFields({ domain, bound, onBound }: BoundsFieldsProps) {
  const [texts, setTexts] = useState([shown(bound?.[0]), shown(bound?.[1])] as const);
  const values = texts.map((text) => (text.trim() === '' ? null : Number(text) / 100));
  const isWrong = values.some((value) => value !== null && !(value >= 0 && value <= 1));
  const commit = () => {
    if (isWrong) return;
    const [low, high] = values;
    onBound(low === null && high === null ? null : [low ?? 0, high ?? 1]);
  };
  return (
    <span className="flex items-center gap-1">
      {(['least', 'most'] as const).map((end, i) => (
        <input
          key={end}
          aria-label={`${end === 'least' ? 'Least' : 'Most'} weight of ${domain}, in percent`}
          aria-invalid={isWrong}
          inputMode="decimal"
          placeholder={end === 'least' ? 'min' : 'max'}
          value={texts[i]}
          onChange={(event) => setTexts(i === 0 ? [event.target.value, texts[1]] : [texts[0], event.target.value])}
          onBlur={commit}
          onKeyDown={(event) => (event.key === 'Enter' ? commit() : undefined)}
          className={`h-6 w-14 rounded-sm border bg-surface px-1.5 text-right text-xs placeholder:text-ink-3 ${isWrong ? 'border-bad' : 'border-line-strong'}`}
        />
      ))}
      <span className="text-xs text-ink-3">%</span>
    </span>
  );
}
