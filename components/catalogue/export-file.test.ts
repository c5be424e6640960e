import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '@/lib/queries/api-filter';
import { exportFileName, toJsonLines } from './export-file.ts';

describe('exportFileName', () => {
  it('says corpus and filter', () => {
    expect(exportFileName('default', NO_FILTER, 'csv')).toBe('default-apis.csv');
    const filter = { ...NO_FILTER, q: 'create  user', methods: ['GET'], tokens: [100, null] as const };
    expect(exportFileName('default', filter, 'parquet')).toBe(
      'default-apis-search-create-user-method-get-tokens-at-least-100.parquet',
    );
  });

  it('is a safe name whatever was typed', () => {
    const name = exportFileName('default', { ...NO_FILTER, q: '../../etc/passwd\n<b>' + 'é'.repeat(300) }, 'jsonl');
    expect(name).toMatch(/^[a-z0-9.-]+\.jsonl$/);
    expect(name).not.toContain('/');
    expect(name.length).toBeLessThanOrEqual(106);
  });
});

describe('toJsonLines', () => {
  const rows = Array.from({ length: 4_500 }, (_, i) => ({ i, text: 'a\n"b"' }));

  it('writes one object a line and tells how far it is', async () => {
    const seen: number[] = [];
    const blob = await toJsonLines(rows, { signal: new AbortController().signal, onProgress: (n) => seen.push(n) });
    const lines = (await blob.text()).trimEnd().split('\n');
    expect(lines).toHaveLength(4_500);
    expect(JSON.parse(lines[4_499]!)).toEqual({ i: 4_499, text: 'a\n"b"' });
    expect(seen).toEqual([2_000, 4_000, 4_500]);
  });

  it('can be given up', async () => {
    const controller = new AbortController();
    const work = toJsonLines(rows, { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(work).rejects.toThrow(/abort/i);
  });
});
