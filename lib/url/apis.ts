/** The catalogue's state in the URL. */
import { DIMENSIONS, tables } from '../corpus/index.ts';
import { NO_FILTER, type ApiColumn, type ApiFilter } from '../queries/api-filter.ts';
import { BY_ID, BY_RELEVANCE, type ApiSort } from '../queries/sorts.ts';
import { choice, limits, list, range, sample, sort, text, word } from './parsers.ts';

export const API_COLUMNS = Object.keys(tables.apis.columns) as readonly ApiColumn[];
const SORTS = [...API_COLUMNS, 'relevance'] as const;

/** For useQueryStates: the keys are those of the filter, the parameters are short. */
const apiFilterParsers = {
  q: text,
  providers: list,
  tools: list,
  domains: list,
  kinds: list,
  methods: list,
  schemaStatuses: list,
  sources: list,
  deprecated: choice,
  called: word(['called', 'uncalled'] as const),
  params: range,
  tokens: range,
  calls: range,
  duplicates: list,
  chars: range,
  density: limits,
  others: word(DIMENSIONS),
  licences: list,
  licenceOf: list,
  sample,
} as const;

export const apiListParsers = { ...apiFilterParsers, sort: sort(SORTS) } as const;

/** Names of the parameters, for useQueryStates' and the serialiser's urlKeys. */
export const apiUrlKeys = {
  providers: 'provider',
  tools: 'tool',
  domains: 'domain',
  kinds: 'kind',
  methods: 'method',
  schemaStatuses: 'schema',
  sources: 'source',
  duplicates: 'duplicate',
  density: 'tokens_per_byte',
  licences: 'licence',
  licenceOf: 'licence_of',
} as const satisfies Partial<Record<keyof typeof apiListParsers, string>>;

/** What the parsers return. */
export type ApiListState = ApiFilter & { readonly sort: ApiSort | null };

export const NO_API_LIST: ApiListState = { ...NO_FILTER, sort: null };

/** The order in which a list is shown: as chosen, else by relevance while searching, else by id. */
export function effectiveSort({ q, sort: chosen }: ApiListState): ApiSort {
  return chosen ?? (q.trim() === '' ? BY_ID : BY_RELEVANCE);
}

/** The filter alone, e.g. for apiOrder. */
export function filterOf({ sort: _sort, ...filter }: ApiListState): ApiFilter {
  return filter;
}
