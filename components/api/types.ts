import type { QueryRow } from '@/lib/corpus';
import type { apiCalls, apiDoc, apiSiblings } from '@/lib/queries/api-record';

export type ApiDoc = QueryRow<ReturnType<typeof apiDoc>>;
export type ApiCall = QueryRow<ReturnType<typeof apiCalls>>;
export type ApiSibling = QueryRow<ReturnType<typeof apiSiblings>>;

/** Links out of an API's page; made by the view, since they carry the open corpus and the filter. */
export interface ApiLinks {
  readonly api: (id: string) => string;
  readonly trajectory: (id: string, step?: number) => string;
  readonly provider: (provider: string) => string;
  readonly tool: (provider: string, tool: string) => string;
  readonly catalogue: string;
}
