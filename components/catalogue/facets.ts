/** The facets and ranges of the catalogue, declared once for the rail, the chips and the empty state. */
import { NO_FILTER, type ApiFacet, type ApiFilter, type ApiRange, type Range } from '@/lib/queries/api-filter';
import { formatCount } from '@/lib/format/numbers';

type ListKey = 'providers' | 'tools' | 'domains' | 'kinds' | 'methods' | 'schemaStatuses' | 'sources';

export interface FacetDeclaration {
  readonly facet: ApiFacet;
  readonly label: string;
  /** What the absence of a value is called. */
  readonly none: string;
  /** Values as people read them, where they differ from what is stored. */
  readonly names?: Readonly<Record<string, string>>;
  /** Shown folded until someone opens it or chooses from it. */
  readonly folded?: true;
}

export const FACETS: readonly FacetDeclaration[] = [
  { facet: 'provider', label: 'Provider', none: 'no provider' },
  { facet: 'tool', label: 'Tool', none: 'no tool', folded: true },
  { facet: 'domain', label: 'Domain', none: 'no domain' },
  { facet: 'method', label: 'Method', none: 'no method' },
  { facet: 'called', label: 'In trajectories', none: '', names: { called: 'called', uncalled: 'never called' } },
  { facet: 'schema_status', label: 'Schema', none: '' },
  { facet: 'deprecated', label: 'Status', none: '', names: { true: 'deprecated', false: 'current' } },
  { facet: 'kind', label: 'Kind', none: '', folded: true },
  { facet: 'source', label: 'Source', none: '', folded: true },
];

const listKeys: Partial<Record<ApiFacet, ListKey>> = {
  provider: 'providers',
  tool: 'tools',
  domain: 'domains',
  kind: 'kinds',
  method: 'methods',
  schema_status: 'schemaStatuses',
  source: 'sources',
};

export interface RangeDeclaration {
  readonly range: ApiRange;
  readonly label: string;
  /** As in "12 or more parameters". */
  readonly noun: string;
}

export const RANGES: readonly RangeDeclaration[] = [
  { range: 'params', label: 'Parameters', noun: 'parameters' },
  { range: 'tokens', label: 'Tokens', noun: 'tokens' },
  { range: 'calls', label: 'Calls', noun: 'calls' },
];

/** @returns the values of a facet that are chosen; the empty string stands for "no value" */
export function chosenValues(filter: ApiFilter, facet: ApiFacet): readonly string[] {
  if (facet === 'deprecated') return filter.deprecated === null ? [] : [String(filter.deprecated)];
  if (facet === 'called') return filter.called === null ? [] : [filter.called];
  const key = listKeys[facet];
  return key === undefined ? [] : filter[key];
}

/** Chooses a value, or no longer chooses it. Facets of two values hold one at a time. */
export function toggleValue(filter: ApiFilter, facet: ApiFacet, value: string): ApiFilter {
  const chosen = chosenValues(filter, facet);
  const on = !chosen.includes(value);
  if (facet === 'deprecated') return { ...filter, deprecated: on ? value === 'true' : null };
  if (facet === 'called') return { ...filter, called: on ? (value === 'called' ? 'called' : 'uncalled') : null };
  const key = listKeys[facet];
  if (key === undefined) return filter;
  return { ...filter, [key]: on ? [...chosen, value] : chosen.filter((other) => other !== value) };
}

/** Opens a facet again. */
export function clearFacet(filter: ApiFilter, facet: ApiFacet): ApiFilter {
  return chosenValues(filter, facet).reduce((rest, value) => toggleValue(rest, facet, value), filter);
}

/** A value for people. */
export function valueLabel({ none, names }: FacetDeclaration, value: string): string {
  return value === '' ? none : (names?.[value] ?? value);
}

/** One thing that narrows the list, and the filter without it. */
export interface ActiveFilter {
  readonly id: string;
  /** e.g. `Provider`; null for the search. */
  readonly label: string;
  readonly value: string;
  readonly without: ApiFilter;
}

/** Everything that narrows the list, in the order of the rail. */
export function activeFilters(filter: ApiFilter): ActiveFilter[] {
  const active: ActiveFilter[] = [];
  if (filter.q.trim() !== '') {
    active.push({ id: 'q', label: 'Search', value: `“${filter.q.trim()}”`, without: { ...filter, q: '' } });
  }
  for (const declaration of FACETS) {
    for (const value of chosenValues(filter, declaration.facet)) {
      active.push({
        id: `${declaration.facet}:${value}`,
        label: declaration.label,
        value: valueLabel(declaration, value),
        without: toggleValue(filter, declaration.facet, value),
      });
    }
  }
  for (const { range, label } of RANGES) {
    const limits = filter[range];
    if (limits === null) continue;
    active.push({ id: range, label, value: rangeLabel(limits), without: { ...filter, [range]: null } });
  }
  if (filter.sample !== null) {
    const value = `${formatCount(filter.sample.n)} at random, seed ${filter.sample.seed}`;
    active.push({ id: 'sample', label: 'Sample', value, without: { ...filter, sample: null } });
  }
  return active;
}

/** @returns e.g. `at least 3`, `at most 10`, `3 to 10` */
export function rangeLabel([min, max]: Range): string {
  if (min === null) return max === null ? 'any' : `at most ${formatCount(max)}`;
  if (max === null) return `at least ${formatCount(min)}`;
  return min === max ? formatCount(min) : `${formatCount(min)} to ${formatCount(max)}`;
}

/** Nothing narrows the list any more. */
export const CLEAR: ApiFilter = NO_FILTER;
