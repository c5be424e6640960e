import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '@/lib/queries/api-filter';
import { exportFileName } from '@/components/list/export-file';
import { API_FILTERS } from './facets.ts';

describe('exportFileName', () => {
  it('says corpus and filter', () => {
    expect(exportFileName('default', API_FILTERS, NO_FILTER, 'csv')).toBe('default-apis.csv');
    const filter = { ...NO_FILTER, q: 'create  user', methods: ['GET'], tokens: [100, null] as const };
    expect(exportFileName('default', API_FILTERS, filter, 'parquet')).toBe(
      'default-apis-search-create-user-method-get-tokens-at-least-100.parquet',
    );
  });

  it('is a safe name whatever was typed', () => {
    const name = exportFileName(
      'default',
      API_FILTERS,
      { ...NO_FILTER, q: '../../etc/passwd\n<b>' + 'é'.repeat(300) },
      'jsonl',
    );
    expect(name).toMatch(/^[a-z0-9.-]+\.jsonl$/);
    expect(name).not.toContain('/');
    expect(name.length).toBeLessThanOrEqual(106);
  });
});
