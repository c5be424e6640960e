import { describe, expect, it } from 'vitest';
import { jsonLines } from './export-selection.ts';

describe('jsonLines', () => {
  const rows = Array.from({ length: 4_500 }, (_, i) => ({ i, text: 'a\n"b"' }));

  it('writes one object a line and tells how far it is', async () => {
    const seen: number[] = [];
    const pieces = await jsonLines(rows, { onProgress: (n) => seen.push(n) });
    const lines = pieces.join('').trimEnd().split('\n');
    expect(lines).toHaveLength(4_500);
    expect(JSON.parse(lines[4_499]!)).toEqual({ i: 4_499, text: 'a\n"b"' });
    expect(seen).toEqual([2_000, 4_000, 4_500]);
  });

  it('can be given up', async () => {
    const controller = new AbortController();
    const work = jsonLines(rows, { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(work).rejects.toThrow(/abort/i);
  });
});
