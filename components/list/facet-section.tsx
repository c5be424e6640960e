'use client';

import { ChevronRight, Search } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { cx } from '@/components/ui/cx';
import { formatCount } from '@/lib/format/numbers';
import { valueLabel, type FacetDeclaration, type FacetValue } from './filter-model';

/** Values listed before someone asks for more. */
const FEW = 7;

export interface FacetSectionProps {
  readonly declaration: FacetDeclaration;
  readonly values: readonly FacetValue[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
  readonly onClear: () => void;
  /** Finds values beyond those listed; resolves to the best matches. */
  readonly onFind: ((text: string) => void) | null;
  /** What onFind found for the text, null while it is looking or where there is no text. */
  readonly found: readonly FacetValue[] | null;
  /** True where the facet has more values than `values` lists. */
  readonly more: boolean;
  /** Why the values cannot be told in this corpus; null where they can. */
  readonly missing: string | null;
}

/** One facet: its values with live counts, a field to search among many, and what is chosen first. */
export function FacetSection(props: FacetSectionProps) {
  const { declaration, values, chosen, onToggle, onClear, found } = props;
  const [text, setText] = useState('');
  const [expanded, setExpanded] = useState(false);
  const matching = filterValues(text.trim() === '' ? values : (found ?? values), declaration, text);
  const listed = withChosen(
    expanded || text !== '' ? matching : matching.slice(0, FEW),
    text === '' ? chosen : [],
    values,
  );
  const most = Math.max(1, ...values.map(({ count }) => count));
  const find = (next: string) => {
    setText(next);
    props.onFind?.(next);
  };
  return (
    <RailSection
      label={declaration.label}
      folded={declaration.folded === true && chosen.length === 0}
      chosen={chosen.length}
      onClear={onClear}
    >
      {values.length > FEW + 3 || text !== '' ? (
        <FindField label={`Find in ${declaration.label}`} value={text} onChange={find} />
      ) : null}
      <div className={cx(expanded && 'max-h-80 overflow-y-auto overscroll-contain')} data-facet={declaration.facet}>
        {listed.map(({ value, count }) => (
          <FacetRow
            key={value}
            label={valueLabel(declaration, value)}
            meaning={declaration.meanings?.[value]}
            count={count}
            share={count / most}
            checked={chosen.includes(value)}
            onToggle={() => onToggle(value)}
          />
        ))}
        {listed.length === 0 ? (
          <p className="py-1 text-xs text-ink-3">{props.missing ?? (text === '' ? 'No values' : 'Nothing found')}</p>
        ) : null}
      </div>
      {text === '' && matching.length > FEW ? (
        <button
          type="button"
          className="cursor-pointer py-1 text-xs text-ink-3 hover:text-ink"
          onClick={() => setExpanded(!expanded)}
        >
          {expanded
            ? 'Fewer'
            : props.more
              ? `${formatCount(matching.length)} largest`
              : `All ${formatCount(matching.length)}`}
        </button>
      ) : null}
    </RailSection>
  );
}

interface FacetRowProps {
  readonly label: string;
  /** What the value means, where the label does not say it. */
  readonly meaning: string | undefined;
  readonly count: number;
  /** Of the most frequent value, 0 to 1: the bar behind the row. */
  readonly share: number;
  readonly checked: boolean;
  readonly onToggle: () => void;
}

function FacetRow({ label, meaning, count, share, checked, onToggle }: FacetRowProps) {
  return (
    <div
      className="relative -mx-1.5 rounded-sm px-1.5 hover:bg-hover"
      title={meaning === undefined ? label : `${label}: ${meaning}`}
    >
      <span
        aria-hidden
        className="absolute right-1.5 bottom-0.5 h-px origin-right bg-line-strong"
        style={{ width: `${(share * 3).toFixed(2)}rem` }}
      />
      <Checkbox
        checked={checked}
        onCheckedChange={onToggle}
        label={<span className={cx(count === 0 && !checked && 'text-ink-3')}>{label}</span>}
        trailing={formatCount(count)}
      />
    </div>
  );
}

/** A part of the rail that can be folded. */
export function RailSection(props: {
  readonly label: string;
  readonly folded: boolean;
  /** How many choices it holds; shown while it is folded. */
  readonly chosen: number;
  readonly onClear: () => void;
  readonly children: ReactNode;
}) {
  const [open, setOpen] = useState(!props.folded);
  return (
    <section className="border-b border-line px-3 py-1">
      <div className="flex h-7 items-center gap-1">
        <h2 className="min-w-0 flex-1">
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="flex w-full cursor-pointer items-center gap-1 text-xs font-medium text-ink-2 hover:text-ink"
          >
            <ChevronRight className={cx('-ml-1 size-3.5 text-ink-3', open && 'rotate-90')} aria-hidden />
            {props.label}
          </button>
        </h2>
        {props.chosen > 0 ? (
          <button
            type="button"
            onClick={props.onClear}
            aria-label={`Clear ${props.label}`}
            className="cursor-pointer rounded-sm px-1 text-xs text-accent hover:bg-accent-soft"
          >
            Clear
          </button>
        ) : null}
      </div>
      {open ? <div className="pb-0.5">{props.children}</div> : null}
    </section>
  );
}

function FindField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  return (
    <label className="mb-1 flex h-6 items-center gap-1.5 rounded-sm border border-line bg-surface px-1.5 focus-within:border-line-strong pointer-coarse:h-9">
      <Search className="size-3 shrink-0 text-ink-3" aria-hidden />
      <span className="sr-only">{props.label}</span>
      <input
        type="search"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        placeholder="Find"
        className="w-full min-w-0 bg-transparent text-xs outline-none placeholder:text-ink-3 pointer-coarse:text-base"
      />
    </label>
  );
}

function filterValues(
  values: readonly FacetValue[],
  declaration: FacetDeclaration,
  text: string,
): readonly FacetValue[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return values;
  return values.filter(({ value }) => valueLabel(declaration, value).toLowerCase().includes(wanted));
}

/** What is chosen stays in sight, even where its count is 0. */
function withChosen(
  listed: readonly FacetValue[],
  chosen: readonly string[],
  values: readonly FacetValue[],
): readonly FacetValue[] {
  const hidden = chosen.filter((value) => !listed.some((entry) => entry.value === value));
  if (hidden.length === 0) return listed;
  const counted = hidden.map((value) => values.find((entry) => entry.value === value) ?? { value, count: 0 });
  return [...counted, ...listed];
}
