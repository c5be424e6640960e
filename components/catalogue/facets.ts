/** The facets and ranges of the catalogue. */
import { chosenValues, type FilterModel } from '@/components/list/filter-model';
import { inheritedLicences, linkedFilters } from '@/components/list/linked-filters';
import { NO_FILTER, type ApiFacet, type ApiFilter, type ApiRange } from '@/lib/queries/api-filter';

type ListKey = 'providers' | 'tools' | 'domains' | 'kinds' | 'methods' | 'schemaStatuses' | 'sources';

const listKeys: Partial<Record<ApiFacet, ListKey>> = {
  provider: 'providers',
  tool: 'tools',
  domain: 'domains',
  kind: 'kinds',
  method: 'methods',
  schema_status: 'schemaStatuses',
  source: 'sources',
};

function chosen(filter: ApiFilter, facet: ApiFacet): readonly string[] {
  if (facet === 'deprecated') return filter.deprecated === null ? [] : [String(filter.deprecated)];
  if (facet === 'called') return filter.called === null ? [] : [filter.called];
  const key = listKeys[facet];
  return key === undefined ? [] : filter[key];
}

/** Facets of two values hold one at a time. */
function toggle(filter: ApiFilter, facet: ApiFacet, value: string): ApiFilter {
  const values = chosen(filter, facet);
  const on = !values.includes(value);
  if (facet === 'deprecated') return { ...filter, deprecated: on ? value === 'true' : null };
  if (facet === 'called') return { ...filter, called: on ? (value === 'called' ? 'called' : 'uncalled') : null };
  const key = listKeys[facet];
  if (key === undefined) return filter;
  return { ...filter, [key]: on ? [...values, value] : values.filter((other) => other !== value) };
}

export const API_FILTERS: FilterModel<ApiFilter, ApiFacet, ApiRange> = {
  nouns: { one: 'API', many: 'APIs' },
  none: NO_FILTER,
  facets: [
    { facet: 'provider', label: 'Provider', none: 'no provider' },
    { facet: 'tool', label: 'Tool', none: 'no tool', folded: true },
    { facet: 'domain', label: 'Domain', none: 'no domain' },
    { facet: 'method', label: 'Method', none: 'no method' },
    { facet: 'called', label: 'In trajectories', none: '', names: { called: 'called', uncalled: 'never called' } },
    { facet: 'schema_status', label: 'Schema', none: '' },
    { facet: 'deprecated', label: 'Status', none: '', names: { true: 'deprecated', false: 'current' } },
    { facet: 'kind', label: 'Kind', none: '', folded: true },
    { facet: 'source', label: 'Source', none: '', folded: true },
  ],
  ranges: [
    { range: 'params', label: 'Parameters', noun: 'parameters' },
    { range: 'tokens', label: 'Tokens', noun: 'tokens' },
    { range: 'calls', label: 'Calls', noun: 'calls' },
  ],
  chosen,
  toggle,
  limits: (filter, range) => filter[range],
  withLimits: (filter, range, limits) => ({ ...filter, [range]: limits }),
  others: (filter) => [
    ...chosenValues(filter, 'licences', 'Licence', (licence) => (licence === '' ? 'its source’s licence' : licence)),
    ...inheritedLicences(filter),
    ...linkedFilters(filter),
  ],
};
