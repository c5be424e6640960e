'use client';

import { memo, useCallback, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { ErrorPanel } from '@/components/ui/error-panel';
import type { Range } from '@/lib/queries/narrow';
import { FacetSection } from './facet-section';
import { FacetSkeleton } from './facet-skeleton';
import {
  clearFacet,
  type Bin,
  type FacetDeclaration,
  type FacetValue,
  type FilterModel,
  type ListFilter,
  type RangeDeclaration,
} from './filter-model';
import { DOUBLING, type Scale } from './range-bins';
import { RangeSection } from './range-section';
import type { Facets } from './use-facets';
import { useFoundValues } from './use-found-values';
import type { Latest } from './use-latest';

type Edit<Filter> = (change: (filter: Filter) => Filter) => void;

export interface FacetPanelProps<Filter extends ListFilter, F extends string, R extends string> {
  readonly model: FilterModel<Filter, F, R>;
  readonly facets: Latest<Facets<F, R>>;
  readonly filter: Filter;
  /** False while the list is being read: rows come first. */
  readonly ready: boolean;
  /** True where the list could not be read: there is nothing to count then. */
  readonly failed: boolean;
  readonly edit: Edit<Filter>;
  /** Finds values of a facet by a part of their text, for facets with more values than are listed. */
  readonly find: (facet: F, text: string, signal: AbortSignal) => Promise<readonly FacetValue[]>;
  /** Names the question that `find` answers, the facet and the text apart. */
  readonly findKey: string;
  /** Why the values of a facet cannot be told in this corpus; null where they can. */
  readonly missing?: (facet: F) => string | null;
}

const NO_VALUES: readonly FacetValue[] = [];
const NO_BINS: readonly Bin[] = [];
const NO_CHOICE: readonly string[] = [];

/** Every facet and range with live counts. Loads and fails apart from the list. */
export function FacetPanel<Filter extends ListFilter, F extends string, R extends string>(
  props: FacetPanelProps<Filter, F, R>,
) {
  const { model, filter, ready, failed, edit } = props;
  const { value: facets, stale, error, retry } = props.facets;
  if (error !== null) {
    return <ErrorPanel error={error} title="The counts could not be read" onRetry={retry} className="m-3" />;
  }
  if (facets === null && failed)
    return <p className="p-3 text-xs text-ink-3">Filters appear once the list can be read.</p>;
  if (facets === null) return <FacetSkeleton facets={model.facets} />;
  const old = stale || !ready;
  return (
    <div
      data-testid="facets"
      data-stale={old ? '' : undefined}
      className={cx('transition-opacity duration-100', old && 'opacity-60 delay-150')}
    >
      {model.facets.map((declaration) => (
        <Facet key={declaration.facet} {...props} declaration={declaration} counted={facets} />
      ))}
      {model.ranges.map((declaration) => (
        <RangeFacet
          key={declaration.range}
          model={model}
          declaration={declaration}
          bins={facets.bins[declaration.range] ?? NO_BINS}
          scale={facets.scales?.[declaration.range] ?? DOUBLING}
          value={model.limits(filter, declaration.range)}
          pending={facets.pending === true}
          edit={edit}
        />
      ))}
    </div>
  );
}

interface FacetProps<Filter extends ListFilter, F extends string, R extends string> extends Pick<
  FacetPanelProps<Filter, F, R>,
  'model' | 'filter' | 'edit' | 'find' | 'findKey' | 'missing'
> {
  readonly declaration: FacetDeclaration<F>;
  readonly counted: Facets<F, R>;
}

function Facet<Filter extends ListFilter, F extends string, R extends string>(props: FacetProps<Filter, F, R>) {
  const { model, declaration, counted, filter, edit } = props;
  const { facet } = declaration;
  const [text, setText] = useState('');
  const more = counted.cut.has(facet);
  const found = useFoundValues(props.findKey, facet, more ? text : '', props.find);
  const chosen = model.chosen(filter, facet);
  return (
    <ListedFacet
      declaration={declaration}
      values={counted.values[facet] ?? NO_VALUES}
      found={found}
      more={more}
      missing={props.missing?.(facet) ?? (counted.pending === true ? 'Counting' : null)}
      // A new array each time would render every facet on every keystroke in the search field.
      chosen={chosen.length === 0 ? NO_CHOICE : chosen}
      onFind={setText}
      onToggle={useCallback((value: string) => edit((old) => model.toggle(old, facet, value)), [edit, model, facet])}
      onClear={useCallback(() => edit((old) => clearFacet(model, old, facet)), [edit, model, facet])}
    />
  );
}

const ListedFacet = memo(FacetSection);

interface RangeFacetProps<Filter extends ListFilter, R extends string> {
  readonly model: Pick<FilterModel<Filter, never, R>, 'nouns' | 'withLimits'>;
  readonly declaration: RangeDeclaration<R>;
  readonly bins: readonly Bin[];
  readonly scale: Scale;
  readonly value: Range | null;
  readonly pending: boolean;
  readonly edit: Edit<Filter>;
}

function RangeFacet<Filter extends ListFilter, R extends string>(props: RangeFacetProps<Filter, R>) {
  const { model, edit, declaration, bins, scale, value, pending } = props;
  const { range } = declaration;
  const onChange = useCallback(
    (limits: Range | null) => edit((filter) => model.withLimits(filter, range, limits)),
    [edit, model, range],
  );
  return (
    <ListedRange
      declaration={declaration}
      rows={model.nouns.many}
      bins={bins}
      scale={scale}
      value={value}
      pending={pending}
      onChange={onChange}
    />
  );
}

const ListedRange = memo(RangeSection);
