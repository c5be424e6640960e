'use client';

import { API_FILTERS } from '@/components/catalogue/facets';
import { ListFrame, type ListFrameProps } from '@/components/list/list-frame';

/** The catalogue's layout, which stays in place while its parts load. */
export function CatalogueFrame(props: Pick<ListFrameProps, 'rail' | 'children' | 'aside'>) {
  return <ListFrame title="API catalogue" noun="APIs" facets={API_FILTERS.facets} {...props} />;
}
