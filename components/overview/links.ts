import type { ApiFilter } from '@/lib/queries/api-filter';

/** Links that the overview opens; made by the view, since they carry the open corpus. */
export interface OverviewLinks {
  readonly apis: (
    filter?: Partial<ApiFilter>,
    sort?: { readonly column: string; readonly descending: boolean },
  ) => string;
  readonly trajectories: () => string;
}
