/** Everything in numbers, for programs of one's own. */
import { drawnStrata, rounded, sampleCommand, type Recipe, type RecipeInput } from './recipe.ts';

export const plainJson: Recipe = {
  id: 'json',
  label: 'JSON',
  fileName: 'mixture.json',
  language: 'json',
  note: 'Plan and outcome in numbers, for programs of your own.',
  documentation: '',
  write,
};

function write(input: RecipeInput): string {
  const { corpus, tokenizer, plan, mixture } = input;
  const strata = drawnStrata(mixture).map(({ folder, tokenShare, recordShare, allocation }) => ({
    stratum: allocation.stratum.key,
    folder,
    available_tokens: allocation.stratum.tokens,
    available_records: allocation.stratum.records,
    tokens: Math.round(allocation.drawn),
    epochs: rounded(allocation.epochs),
    max_epochs: allocation.maxEpochs,
    capped: allocation.capped,
    token_share: rounded(tokenShare),
    record_share: rounded(recordShare),
  }));
  const { budget, drawn, unfilled, unused } = mixture;
  const value = {
    corpus,
    tokenizer,
    sample: sampleCommand(input),
    context: plan.context,
    seed: plan.seed,
    budget,
    drawn: Math.round(drawn),
    unfilled: Math.round(unfilled),
    unused: Math.round(unused),
    strata,
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
