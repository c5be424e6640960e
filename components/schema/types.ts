import type { Row } from '@/lib/corpus';

export type ApiParam = Row<'api_docs'>['params'][number];
