import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { allocate, type Plan } from '../plan.ts';
import { stratumKey, type Stratum } from '../strata.ts';
import type { Component } from '../../corpus/index.ts';
import { RECIPES, type RecipeInput } from './index.ts';

function stratum(source: string, component: Component, records: number, tokens: number): Stratum {
  return { key: stratumKey(source, component), source, component, title: source, records, tokens };
}

/** A source whose name tries to leave its quotes, its folder and its glob. */
const HOSTILE = `../x'"$(touch pwned)\n*`;

const STRATA = [
  stratum('apis', 'documentation', 40, 4_000),
  stratum(HOSTILE, 'code', 10, 8_000),
  stratum('books', 'text', 5, 500),
];
const PLAN: Plan = {
  weights: { documentation: 0.5, code: 0.5 },
  budget: 8_000,
  maxEpochs: 4,
  limits: {},
  remainder: 'leave',
  context: 2_048,
  seed: 7,
};
const input: RecipeInput = {
  corpus: 'mini',
  tokenizer: 'odd\nexit 1 # """',
  plan: PLAN,
  mixture: allocate(STRATA, PLAN),
};
const code = 'code/..%2Fx'.replace('..', '%2E%2E');

function written(id: string): string {
  return RECIPES.find((recipe) => recipe.id === id)!.write(input);
}

describe('recipes', () => {
  it.each(RECIPES.map(({ id }) => id))('%s names the strata that are drawn, and what to run before', (id) => {
    const text = written(id);
    expect(text).toContain('forge sample mini --plan plan.json --out sample');
    expect(text).toContain('documentation/apis');
    expect(text).toContain(code);
    expect(text).not.toContain('books');
  });

  it('give Hugging Face shares of records', () => {
    // 40 records once, 10 records half an epoch: 40 to 5, for as many tokens.
    expect(written('hugging-face')).toContain('("sample/documentation/apis", 0.888889, 0.5)');
  });

  it('give Megatron shares of tokens', () => {
    expect(written('megatron')).toContain("0.5 'megatron/documentation-apis_text_document'");
    expect(written('megatron')).toContain('--seq-length 2048');
  });

  it('give nanotron weights beside folders', () => {
    const value = parse(written('nanotron')) as { data_stages: { data: { dataset: object } }[]; tokens: object };
    expect(value.data_stages[0]?.data.dataset).toMatchObject({ dataset_weights: [0.5, 0.5] });
    expect(value.tokens).toEqual({ sequence_length: 2_048 });
  });

  it('give Axolotl files of text', () => {
    const value = parse(written('axolotl')) as { datasets: object[] };
    expect(value.datasets).toHaveLength(2);
    expect(value.datasets[0]).toMatchObject({ type: 'completion', data_files: ['sample/documentation/apis/*.jsonl'] });
  });

  it('give the numbers as JSON', () => {
    const value = JSON.parse(written('json')) as { drawn: number; strata: object[] };
    expect(value).toMatchObject({ drawn: 8_000, unfilled: 0, unused: 4_500 });
    expect(value.strata[1]).toMatchObject({ tokens: 4_000, epochs: 0.5, token_share: 0.5 });
  });

  it('lets no name of the corpus become a command', () => {
    for (const { id } of RECIPES) expect(written(id)).not.toMatch(/^exit|"{4}/m);
    // Percent-encoded wherever a program would read it.
    for (const id of ['megatron', 'hugging-face', 'mosaicml', 'nanotron']) expect(written(id)).not.toContain('$(touch');
  });

  it('writes something for an empty mixture', () => {
    for (const { write } of RECIPES) expect(write({ ...input, mixture: allocate([], PLAN) })).not.toContain('NaN');
  });
});
