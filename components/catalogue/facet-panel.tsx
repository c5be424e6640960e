'use client';

import { memo, useCallback, useState } from 'react';
import { ErrorPanel } from '@/components/ui/error-panel';
import { cx } from '@/components/ui/cx';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import type { Corpus } from '@/lib/data';
import type { ApiFacet, ApiFilter, Range } from '@/lib/queries/api-filter';
import { FacetSection, type FacetValue } from './facet-section';
import { chosenValues, clearFacet, FACETS, RANGES, toggleValue, type FacetDeclaration } from './facets';
import { RangeSection, type Bin } from './range-section';
import { useFacets } from './use-facets';
import { useFoundValues } from './use-found-values';

type Edit = (change: (filter: ApiFilter) => ApiFilter) => void;

export interface FacetPanelProps {
  readonly corpus: Corpus;
  readonly filter: ApiFilter;
  /** False while the list is being read: rows come first. */
  readonly ready: boolean;
  /** True where the list could not be read: there is nothing to count then. */
  readonly failed: boolean;
  readonly edit: Edit;
}

const NO_VALUES: readonly FacetValue[] = [];
const NO_BINS: readonly Bin[] = [];

/** Every facet and range with live counts. Loads and fails apart from the list. */
export function FacetPanel({ corpus, filter, ready, failed, edit }: FacetPanelProps) {
  const { value: facets, stale, error, retry } = useFacets(corpus, filter, ready);
  if (error !== null) {
    return <ErrorPanel error={error} title="The counts could not be read" onRetry={retry} className="m-3" />;
  }
  if (facets === null && failed)
    return <p className="p-3 text-xs text-ink-3">Filters appear once the list can be read.</p>;
  if (facets === null) return <FacetSkeleton />;
  const old = stale || !ready;
  return (
    <div
      data-testid="facets"
      data-stale={old ? '' : undefined}
      className={cx('transition-opacity duration-100', old && 'opacity-60 delay-150')}
    >
      {FACETS.map((declaration) => (
        <Facet
          key={declaration.facet}
          corpus={corpus}
          declaration={declaration}
          values={facets.values[declaration.facet] ?? NO_VALUES}
          more={facets.cut.has(declaration.facet)}
          filter={filter}
          edit={edit}
        />
      ))}
      {RANGES.map((declaration) => (
        <RangeFacet
          key={declaration.range}
          declaration={declaration}
          bins={facets.bins[declaration.range] ?? NO_BINS}
          value={filter[declaration.range]}
          edit={edit}
        />
      ))}
    </div>
  );
}

interface FacetProps extends Pick<FacetPanelProps, 'corpus' | 'filter' | 'edit'> {
  readonly declaration: FacetDeclaration;
  readonly values: readonly FacetValue[];
  readonly more: boolean;
}

function Facet({ corpus, declaration, values, more, filter, edit }: FacetProps) {
  const { facet } = declaration;
  const [text, setText] = useState('');
  const found = useFoundValues(corpus, filter, facet, more ? text : '');
  const chosen = chosenValues(filter, facet);
  return (
    <ListedFacet
      declaration={declaration}
      values={values}
      found={found}
      more={more}
      // A new array each time would render every facet on every keystroke in the search field.
      chosen={chosen.length === 0 ? NO_CHOICE : chosen}
      edit={edit}
      onFind={setText}
    />
  );
}

const NO_CHOICE: readonly string[] = [];

interface ListedFacetProps {
  readonly declaration: FacetDeclaration;
  readonly values: readonly FacetValue[];
  readonly found: readonly FacetValue[] | null;
  readonly more: boolean;
  readonly chosen: readonly string[];
  readonly edit: Edit;
  readonly onFind: (text: string) => void;
}

const ListedFacet = memo(function ListedFacet({ edit, ...props }: ListedFacetProps) {
  const facet: ApiFacet = props.declaration.facet;
  return (
    <FacetSection
      {...props}
      onToggle={(value) => edit((filter) => toggleValue(filter, facet, value))}
      onClear={() => edit((filter) => clearFacet(filter, facet))}
    />
  );
});

interface RangeFacetProps extends Omit<Parameters<typeof RangeSection>[0], 'onChange'> {
  readonly edit: Edit;
}

const RangeFacet = memo(function RangeFacet({ edit, ...props }: RangeFacetProps) {
  const { range } = props.declaration;
  const onChange = useCallback(
    (value: Range | null) => edit((filter) => ({ ...filter, [range]: value })),
    [edit, range],
  );
  return <RangeSection {...props} onChange={onChange} />;
});

/** The rail before its counts are here, at the same height. */
export function FacetSkeleton() {
  return (
    <Loading label="Loading facets">
      {FACETS.map(({ facet, folded }) => (
        <div key={facet} className="border-b border-line px-3 py-3">
          <Skeleton className="h-3 w-20" />
          {folded === true ? null : (
            <div className="mt-3 flex flex-col gap-3">
              {[70, 55, 62, 40].map((width) => (
                <div key={width} className="flex justify-between">
                  <span style={{ width: `${width}%` }}>
                    <Skeleton className="h-2.5 w-full" />
                  </span>
                  <Skeleton className="h-2.5 w-8" />
                </div>
              ))}
            </div>
          )}
        </div>
      ))}
    </Loading>
  );
}
