/** Documentation of tools other than OpenAPI. */
import type { Adapter } from '../adapter.ts';

export const toolAdapters: readonly Adapter[] = [];
