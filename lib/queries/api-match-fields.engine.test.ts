import { beforeAll, describe, expect, it } from 'vitest';
import { runMini, type RunMini } from '../testing/mini-corpus.ts';
import { apiMatchFields } from './api-match-fields.ts';

let run: RunMini;
beforeAll(async () => {
  run = await runMini();
});

async function fields(text: string, apiNos: readonly number[]): Promise<Record<number, number>> {
  const rows = await run(apiMatchFields(text, apiNos));
  return Object.fromEntries(rows.map((row) => [row.api_no, row.fields]));
}

describe('apiMatchFields', () => {
  it('tells of terms that only the parameter names hold, by prefix', async () => {
    expect(await fields('expand', [0, 1, 2])).toEqual({ 1: 16 });
    expect(await fields('exp', [1])).toEqual({ 1: 16 });
  });

  it('is silent about terms that name, path or summary hold', async () => {
    expect(await fields('payment', [0, 3])).toEqual({ 0: 0, 3: 0 });
    expect(await fields('get expand', [1])).toEqual({ 1: 16 });
  });

  it('answers for the APIs that are asked about, and for no text', async () => {
    expect(await fields('payment', [])).toEqual({});
    expect(await fields('  ', [0])).toEqual({});
    expect(await fields('nosuchterm', [0, 1])).toEqual({});
  });
});
