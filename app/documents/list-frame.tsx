'use client';

import { DOCUMENT_FILTERS } from '@/components/document-list/filters';
import { ListFrame, type ListFrameProps } from '@/components/list/list-frame';

/** The list's layout, which stays in place while its parts load. */
export function DocumentListFrame(props: Pick<ListFrameProps, 'rail' | 'children' | 'aside'>) {
  return <ListFrame title="Documents" noun="documents" facets={DOCUMENT_FILTERS.facets} {...props} />;
}
