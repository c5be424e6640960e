/** What the catalogue can be narrowed by, and the conditions that it becomes. */
import type { Columns } from '../corpus/index.ts';
import { NO_LINKED_FILTER, type LinkedFilter } from './linked-filter.ts';
import { oneOf, within, type Range } from './narrow.ts';
import { sql, type Sql } from './sql.ts';

export interface ApiFilter extends LinkedFilter {
  /** Search text; empty for none. */
  readonly q: string;
  /** Values of a list are alternatives; an empty list does not narrow. The empty string stands for "no value". */
  readonly providers: readonly string[];
  readonly tools: readonly string[];
  readonly domains: readonly string[];
  readonly kinds: readonly string[];
  readonly methods: readonly string[];
  readonly schemaStatuses: readonly string[];
  readonly sources: readonly string[];
  readonly deprecated: boolean | null;
  readonly called: 'called' | 'uncalled' | null;
  readonly params: Range | null;
  readonly tokens: Range | null;
  readonly calls: Range | null;
  /** What a document states of itself; the empty string stands for "its source's licence". */
  readonly licences: readonly string[];
  /** Sources whose own licence is one of these: their records count where they state none. */
  readonly licenceOf: readonly string[];
  /** A random sample of the matches: the same seed draws the same APIs. */
  readonly sample: { readonly n: number; readonly seed: number } | null;
}

export const NO_FILTER: ApiFilter = {
  q: '',
  providers: [],
  tools: [],
  domains: [],
  kinds: [],
  methods: [],
  schemaStatuses: [],
  sources: [],
  deprecated: null,
  called: null,
  params: null,
  tokens: null,
  calls: null,
  ...NO_LINKED_FILTER,
  licences: [],
  licenceOf: [],
  sample: null,
};

export const API_FACETS = [
  'provider',
  'tool',
  'domain',
  'kind',
  'method',
  'schema_status',
  'source',
  'deprecated',
  'called',
] as const;
export type ApiFacet = (typeof API_FACETS)[number];

export const API_RANGES = { params: 'n_params', tokens: 'doc_tokens', calls: 'n_calls' } as const;
export type ApiRange = keyof typeof API_RANGES;

export type ApiColumn = keyof Columns<'apis'>;

/** The conditions of a filter, one for each facet and range that narrows; search and sample are not among them. */
export function apiConditions(filter: ApiFilter): Map<ApiFacet | ApiRange, Sql> {
  const conditions = new Map<ApiFacet | ApiRange, Sql>();
  const put = (key: ApiFacet | ApiRange, condition: Sql | null) => condition !== null && conditions.set(key, condition);
  put('provider', oneOf(sql`provider`, filter.providers));
  put('tool', oneOf(sql`tool`, filter.tools));
  put('domain', oneOf(sql`"domain"`, filter.domains));
  put('kind', oneOf(sql`kind`, filter.kinds));
  put('method', oneOf(sql`"method"`, filter.methods));
  put('schema_status', oneOf(sql`schema_status`, filter.schemaStatuses));
  put('source', oneOf(sql`"source"`, filter.sources));
  put('deprecated', filter.deprecated === null ? null : sql`deprecated = ${filter.deprecated}`);
  put('called', filter.called === null ? null : filter.called === 'called' ? sql`n_calls > 0` : sql`n_calls = 0`);
  put('params', within(sql`n_params`, filter.params));
  put('tokens', within(sql`doc_tokens`, filter.tokens));
  put('calls', within(sql`n_calls`, filter.calls));
  return conditions;
}
