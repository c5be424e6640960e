/** What a list can be narrowed by, declared once for its rail, its chips and its empty state. */
import { formatCount, formatNumber } from '@/lib/format/numbers';
import type { Range } from '@/lib/queries/narrow';

/** What the rows are called. */
export interface Nouns {
  readonly one: string;
  readonly many: string;
}

export interface FacetDeclaration<F extends string = string> {
  readonly facet: F;
  readonly label: string;
  /** What the absence of a value is called. */
  readonly none: string;
  /** Values as people read them, where they differ from what is stored. */
  readonly names?: Readonly<Record<string, string>>;
  /** Words for a value that speaks only to machines. */
  readonly say?: (value: string) => string;
  /** What a value means, shown beside the pointer. */
  readonly meanings?: Readonly<Record<string, string>>;
  /** Shown folded until someone opens it or chooses from it. */
  readonly folded?: true;
}

export interface RangeDeclaration<R extends string = string> {
  readonly range: R;
  readonly label: string;
  /** As in "12 or more parameters". */
  readonly noun: string;
}

/** A value of a facet, and how many rows have it. */
export interface FacetValue {
  /** The empty string stands for "no value". */
  readonly value: string;
  readonly count: number;
}

/** A bin of a range's histogram: bins double in width (range-bins.ts). */
export interface Bin {
  readonly bin: number;
  readonly count: number;
}

/** What every list's filter holds. */
export interface ListFilter {
  readonly q: string;
  readonly sample: { readonly n: number; readonly seed: number } | null;
}

export interface FilterModel<Filter extends ListFilter, F extends string = string, R extends string = string> {
  readonly nouns: Nouns;
  readonly facets: readonly FacetDeclaration<F>[];
  readonly ranges: readonly RangeDeclaration<R>[];
  /** Nothing narrows. */
  readonly none: Filter;
  /** @returns the values of a facet that are chosen; the empty string stands for "no value" */
  readonly chosen: (filter: Filter, facet: F) => readonly string[];
  /** Chooses a value, or no longer chooses it. */
  readonly toggle: (filter: Filter, facet: F, value: string) => Filter;
  readonly limits: (filter: Filter, range: R) => Range | null;
  readonly withLimits: (filter: Filter, range: R, limits: Range | null) => Filter;
  /** What narrows beside search, facets, ranges and sample. */
  readonly others?: (filter: Filter) => readonly ActiveFilter<Filter>[];
}

/** One thing that narrows the list, and the filter without it. */
export interface ActiveFilter<Filter> {
  readonly id: string;
  /** e.g. `Provider`. */
  readonly label: string;
  readonly value: string;
  readonly without: Filter;
}

/** Opens a facet again. */
export function clearFacet<Filter extends ListFilter, F extends string>(
  model: Pick<FilterModel<Filter, F>, 'chosen' | 'toggle'>,
  filter: Filter,
  facet: F,
): Filter {
  return model.chosen(filter, facet).reduce((rest, value) => model.toggle(rest, facet, value), filter);
}

/** A value for people. */
export function valueLabel({ none, names, say }: FacetDeclaration, value: string): string {
  return value === '' ? none : (names?.[value] ?? say?.(value) ?? value);
}

/** Everything that narrows the list, in the order of the rail. */
export function activeFilters<Filter extends ListFilter, F extends string, R extends string>(
  model: FilterModel<Filter, F, R>,
  filter: Filter,
): ActiveFilter<Filter>[] {
  const active: ActiveFilter<Filter>[] = [];
  if (filter.q.trim() !== '') {
    active.push({ id: 'q', label: 'Search', value: `“${filter.q.trim()}”`, without: { ...filter, q: '' } });
  }
  for (const declaration of model.facets) {
    for (const value of model.chosen(filter, declaration.facet)) {
      active.push({
        id: `${declaration.facet}:${value}`,
        label: declaration.label,
        value: valueLabel(declaration, value),
        without: model.toggle(filter, declaration.facet, value),
      });
    }
  }
  active.push(...(model.others?.(filter) ?? []));
  for (const { range, label } of model.ranges) {
    const limits = model.limits(filter, range);
    if (limits === null) continue;
    active.push({ id: range, label, value: rangeLabel(limits), without: model.withLimits(filter, range, null) });
  }
  if (filter.sample !== null) {
    const value = `${formatCount(filter.sample.n)} at random, seed ${filter.sample.seed}`;
    active.push({ id: 'sample', label: 'Sample', value, without: { ...filter, sample: null } });
  }
  return active;
}

/** @returns what narrows by values that have no facet, each with the filter without it */
export function chosenValues<K extends string, F extends Readonly<Record<K, readonly string[]>>>(
  filter: F,
  key: K,
  label: string,
  say = (value: string) => value,
): ActiveFilter<F>[] {
  return filter[key].map((value) => ({
    id: `${key} ${value}`,
    label,
    value: say(value),
    without: { ...filter, [key]: filter[key].filter((other) => other !== value) },
  }));
}

/** @returns the limits of ranges that have no slider, each with the filter without it */
export function chosenLimits<K extends string, F extends Readonly<Record<K, Range | null>>>(
  filter: F,
  labels: Readonly<Record<K, string>>,
): ActiveFilter<F>[] {
  return (Object.keys(labels) as K[]).flatMap((key) => {
    const limits = filter[key];
    if (limits === null) return [];
    return [{ id: key, label: labels[key], value: rangeLabel(limits), without: { ...filter, [key]: null } }];
  });
}

/** @returns e.g. `at least 3`, `at most 10`, `0.25 to 0.3` */
export function rangeLabel([min, max]: Range): string {
  if (min === null) return max === null ? 'any' : `at most ${formatNumber(max)}`;
  if (max === null) return `at least ${formatNumber(min)}`;
  const [from, to] = [formatNumber(min), formatNumber(max)];
  return from === to ? from : `${from} to ${to}`;
}
