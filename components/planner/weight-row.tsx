'use client';

import { Lock, LockOpen } from 'lucide-react';
import { ComponentSwatch } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import { ValueSlider } from '@/components/ui/value-slider';
import type { Component } from '@/lib/corpus';
import { formatCompact, formatCount, formatPercent } from '@/lib/format/numbers';
import type { Allocation } from '@/lib/mixture/plan';
import { EntryField } from './entry-field';
import { epochsText } from './outcome';
import { parseEpochs } from './settings';
import type { Planner } from './use-planner';

export interface WeightRowProps {
  readonly planner: Planner;
  readonly component: Component;
  readonly label: string;
  readonly title: string | null;
  /** The strata of the row. */
  readonly own: readonly Allocation[];
  readonly level: 'component' | 'source';
}

/** One weight, by slider and number, and what it takes. */
export function WeightRow(props: WeightRowProps) {
  const { planner, component, label, title, own, level } = props;
  const sum = (of: (allocation: Allocation) => number) =>
    own.reduce((so_far, allocation) => so_far + of(allocation), 0);
  const [available, drawn] = [sum(({ stratum }) => stratum.tokens), sum((allocation) => allocation.drawn)];
  const cell = 'px-2 text-right whitespace-nowrap';
  const isOver = own.some(({ capped }) => capped);
  return (
    <tr className={level === 'component' ? 'h-9 font-medium' : 'h-8 text-ink-2'}>
      <th scope="row" className={level === 'component' ? 'text-left font-medium' : 'pl-4 text-left font-normal'}>
        <span className="flex max-w-64 min-w-0 items-center gap-x-2">
          {level === 'component' ? <ComponentSwatch component={component} /> : null}
          <span className={level === 'component' ? 'capitalize' : 'truncate'} title={label}>
            {label}
          </span>
          {title === null ? null : <span className="truncate font-normal text-ink-3">{title}</span>}
        </span>
      </th>
      <WeightCells {...props} />
      <td className={cell} title={formatCount(available)}>
        {formatCompact(available)}
      </td>
      <td className={cell} title={formatCount(drawn)}>
        {formatCompact(drawn)}
      </td>
      <td className={cell}>{planner.mixture.drawn === 0 ? '–' : formatPercent(drawn / planner.mixture.drawn)}</td>
      <td className={isOver ? `${cell} text-warn` : cell}>
        {isOver ? (
          <span title="The weight asks for more than the limit gives.">
            {epochsText(available === 0 ? 0 : drawn / available)}
            <span className="sr-only"> (at the limit)</span> <span aria-hidden>▲</span>
          </span>
        ) : (
          epochsText(available === 0 ? 0 : drawn / available)
        )}
      </td>
      <td className="pl-2">
        {own.length === 1 && own[0] ? <LimitField planner={planner} allocation={own[0]} /> : null}
      </td>
      <td className={cell} title={formatCount(sum(({ unused }) => unused))}>
        {formatCompact(sum(({ unused }) => unused))}
      </td>
    </tr>
  );
}

function WeightCells({ planner, label, own }: WeightRowProps) {
  const keys = own.map(({ stratum }) => stratum.key);
  const share = keys.reduce((sum, key) => sum + (planner.shares[key] ?? 0), 0);
  const isLocked = keys.every((key) => planner.locked.has(key));
  // Nothing can move where nothing else may make room.
  const isHeld = isLocked || planner.strata.every(({ key }) => keys.includes(key) || planner.locked.has(key));
  return (
    <>
      <td>
        <IconButton
          label={isLocked ? `Unlock the weight of ${label}` : `Lock the weight of ${label}`}
          size="sm"
          aria-pressed={isLocked}
          onClick={() => planner.toggleLock(keys)}
        >
          {isLocked ? <Lock aria-hidden className="text-accent" /> : <LockOpen aria-hidden className="text-ink-3" />}
        </IconButton>
      </td>
      <td className="pr-2">
        <ValueSlider
          label={`Weight of ${label}`}
          min={0}
          max={100}
          step={0.5}
          value={share * 100}
          disabled={isHeld}
          onChange={(next) => planner.setShare(keys, next / 100, false)}
          onCommit={(next) => planner.setShare(keys, next / 100, true)}
          format={() => formatPercent(share)}
        />
      </td>
      <td>
        <EntryField
          label={`Weight of ${label} in per cent`}
          hideLabel
          text={percentText(share)}
          parse={parsePercent}
          onEnter={(next) => planner.setShare(keys, next / 100, true)}
          example="36 or 12.5"
          disabled={isHeld}
        />
      </td>
    </>
  );
}

function LimitField({ planner, allocation }: { readonly planner: Planner; readonly allocation: Allocation }) {
  const { key, title } = allocation.stratum;
  const limit = (value: number) => {
    const { [key]: _old, ...rest } = planner.plan.limits;
    planner.change({ limits: value === planner.plan.maxEpochs ? rest : { ...rest, [key]: value } });
  };
  return (
    <EntryField
      label={`Most epochs of ${title}`}
      hideLabel
      text={String(allocation.maxEpochs)}
      parse={parseEpochs}
      onEnter={limit}
      example="4 or 0.5"
      className="ml-auto w-14"
    />
  );
}

function percentText(share: number): string {
  const percent = share * 100;
  return percent > 0 && percent < 0.01 ? '<0.01' : String(Number(percent.toFixed(2)));
}

/** `12.5` or `12.5 %`, 0 to 100. */
function parsePercent(text: string): number | null {
  const found = /^(\d{1,3}(?:\.\d{1,6})?)\s*%?$/.exec(text.trim());
  const value = Number(found?.[1] ?? Number.NaN);
  return value <= 100 ? value : null;
}
