/** The facets and ranges of the list of documents. */
import type { FilterModel } from '@/components/list/filter-model';
import { inheritedLicences, otherValues, REPEATS } from '@/components/list/linked-filters';
import {
  NO_DOCUMENT_FILTER,
  type DocumentFacet,
  type DocumentFilter,
  type DocumentRange,
} from '@/lib/queries/document-filter';

const listKeys = {
  source: 'sources',
  component: 'components',
  language: 'languages',
  licence: 'licences',
  duplicate: 'duplicates',
} as const satisfies Record<DocumentFacet, keyof DocumentFilter>;

export const DOCUMENT_FILTERS: FilterModel<DocumentFilter, DocumentFacet, DocumentRange> = {
  nouns: { one: 'document', many: 'documents' },
  none: NO_DOCUMENT_FILTER,
  facets: [
    { facet: 'source', label: 'Source', none: '' },
    { facet: 'component', label: 'Component', none: '' },
    { facet: 'language', label: 'Language', none: 'no language' },
    { facet: 'licence', label: 'Licence', none: 'its source’s licence' },
    {
      facet: 'duplicate',
      label: 'Repeats another',
      none: REPEATS['']!,
      names: REPEATS,
      meanings: {
        exact: 'The same text as an earlier document',
        near: 'Most of its word sequences are an earlier one’s',
      },
    },
  ],
  ranges: [
    { range: 'tokens', label: 'Tokens', noun: 'tokens' },
    { range: 'density', label: 'Tokens per byte', noun: 'tokens per byte' },
    { range: 'bytes', label: 'Bytes', noun: 'bytes' },
    { range: 'chars', label: 'Characters', noun: 'characters' },
  ],
  chosen: (filter, facet) => filter[listKeys[facet]],
  toggle: (filter, facet, value) => {
    const values = filter[listKeys[facet]];
    const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
    return { ...filter, [listKeys[facet]]: next };
  },
  limits: (filter, range) => filter[range],
  withLimits: (filter, range, limits) => ({ ...filter, [range]: limits }),
  others: (filter) => [...inheritedLicences(filter), ...otherValues(filter)],
};
