/**
 * nanotron: a stage's Nanoset blends folders of tokenised documents by weight, in samples of sequence length + 1 tokens, so
 * by shares of tokens. Source: nanotron, docs/nanoset.md, and NanosetDatasetsArgs in src/nanotron/config/config.py.
 */
import { Document } from 'yaml';
import { drawnStrata, headLines, rounded, type Recipe, type RecipeInput } from './recipe.ts';

export const nanotron: Recipe = {
  id: 'nanotron',
  label: 'nanotron',
  fileName: 'mixture-nanotron.yaml',
  language: 'yaml',
  note: 'Weights of a Nanoset are shares of samples of one length: shares of tokens.',
  documentation: 'https://github.com/huggingface/nanotron/blob/main/docs/nanoset.md',
  write,
};

function write(input: RecipeInput): string {
  const strata = drawnStrata(input.mixture);
  const { context, seed } = input.plan;
  const document = new Document({
    data_stages: [
      {
        name: `Mixture of ${input.corpus}`,
        start_training_step: 1,
        data: {
          dataset: {
            dataset_folder: strata.map(({ slug }) => `nanotron/${slug}`),
            dataset_weights: strata.map(({ tokenShare }) => rounded(tokenShare)),
          },
          num_loading_workers: 1,
          seed,
        },
      },
    ],
    tokens: { sequence_length: context },
  });
  document.commentBefore = [
    ...headLines(input),
    'Then tokenise each stratum, with the tokenizer to train with:',
    ...strata.map(
      ({ folder, slug }) =>
        `  python3 tools/preprocess_data.py --tokenizer-name-or-path "$TOKENIZER" --output-folder "nanotron/${slug}" --n-tasks 8 jsonl --dataset "${folder}"`,
    ),
    'These are parts of a configuration: merge them into yours.',
  ]
    .map((line) => ` ${line}`)
    .join('\n');
  return document.toString({ lineWidth: 0 });
}
