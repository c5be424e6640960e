/**
 * Hugging Face `interleave_datasets`. It picks a source for each example, not for each token: probabilities are shares of
 * records. `all_exhausted_without_replacement` yields each example once; datasets 4.5 knows it.
 */
import { drawnStrata, headLines, rounded, type Recipe, type RecipeInput } from './recipe.ts';

export const huggingFace: Recipe = {
  id: 'hugging-face',
  label: 'Hugging Face datasets',
  fileName: 'mixture.py',
  language: 'python',
  note: 'interleave_datasets chooses a source for each example, so its probabilities are shares of records, not of tokens.',
  documentation: 'https://huggingface.co/docs/datasets/package_reference/main_classes#datasets.interleave_datasets',
  write,
};

function write(input: RecipeInput): string {
  const rows = drawnStrata(input.mixture).map(
    ({ folder, tokenShare, recordShare }) =>
      `    (${JSON.stringify(folder)}, ${rounded(recordShare)}, ${rounded(tokenShare)}),`,
  );
  return `"""
${headLines(input).join('\n')}
Needs datasets >= 4.5.
"""

from datasets import interleave_datasets, load_dataset

# Folder, share of records, share of tokens.
STRATA = [
${rows.join('\n')}
]

streams = [
    load_dataset("json", data_files=f"{folder}/*.jsonl", split="train", streaming=True).select_columns(["id", "text"])
    for folder, _, _ in STRATA
]
shares = [records for _, records, _ in STRATA]
mixture = interleave_datasets(
    streams,
    probabilities=[share / sum(shares) for share in shares],
    seed=${input.plan.seed},
    stopping_strategy="all_exhausted_without_replacement",
)
`;
}
