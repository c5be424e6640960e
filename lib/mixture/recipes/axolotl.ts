/**
 * Axolotl: it knows no weights. All datasets are concatenated and shuffled, so that the files themselves have to hold the
 * mixture, as those of `forge sample` do. Source: docs.axolotl.ai, dataset formats (pre-training, `type: completion`) and
 * configuration reference.
 */
import { Document } from 'yaml';
import { drawnStrata, headLines, type Recipe, type RecipeInput } from './recipe.ts';

export const axolotl: Recipe = {
  id: 'axolotl',
  label: 'Axolotl',
  fileName: 'mixture-axolotl.yaml',
  language: 'yaml',
  note: 'Axolotl has no weights: it sees every record of the files once, and the files hold the mixture.',
  documentation: 'https://docs.axolotl.ai/docs/dataset-formats/pretraining.html',
  write,
};

function write(input: RecipeInput): string {
  const document = new Document({
    datasets: drawnStrata(input.mixture).map(({ folder }) => ({
      path: folder,
      data_files: [`${folder}/*.jsonl`],
      ds_type: 'json',
      type: 'completion',
      field: 'text',
    })),
    shuffle_merged_datasets: true,
    num_epochs: 1,
    sequence_len: input.plan.context,
    sample_packing: true,
    pad_to_sequence_len: true,
    seed: input.plan.seed,
  });
  document.commentBefore = [
    ...headLines(input),
    'With sample_packing no document is cut that fits: the lengths are not those of concatenate-and-split.',
    'These are parts of a configuration: merge them into yours.',
  ]
    .map((line) => ` ${line}`)
    .join('\n');
  return document.toString({ lineWidth: 0 });
}
