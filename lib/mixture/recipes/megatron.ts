/**
 * Megatron-LM: `--data-path` takes weights and prefixes of indexed datasets in turn; a weight is a share of samples, and
 * every sample has the sequence's length, so shares of tokens. `tools/preprocess_data.py` makes the datasets, and appends
 * the key it read and the level to the prefix. Source: Megatron Core documentation, data preparation, and
 * BlendedMegatronDatasetConfig.
 */
import { drawnStrata, headLines, quoted, rounded, type Recipe, type RecipeInput } from './recipe.ts';

export const megatron: Recipe = {
  id: 'megatron',
  label: 'Megatron-LM blend',
  fileName: 'mixture-megatron.sh',
  language: 'shell',
  note: 'A weight is a share of sequences, which all have the same length: shares of tokens.',
  documentation: 'https://docs.nvidia.com/megatron-core/developer-guide/latest/user-guide/data-preparation.html',
  write,
};

function write(input: RecipeInput): string {
  const strata = drawnStrata(input.mixture);
  const { context, seed } = input.plan;
  const prepare = strata.map(({ folder, slug }) => `prepare ${shellWord(folder)} ${shellWord(slug)}`);
  const blend = strata.map(
    ({ slug, tokenShare }) => `  ${rounded(tokenShare)} ${shellWord(`megatron/${slug}_text_document`)}`,
  );
  return `#!/usr/bin/env bash
${headLines(input)
  .map((line) => `# ${line}`)
  .join('\n')}
set -euo pipefail
: "\${TOKENIZER:?name or folder of the tokenizer to train with}"
mkdir -p megatron

prepare() {
  cat "$1"/*.jsonl > "megatron/$2.jsonl"
  python tools/preprocess_data.py --input "megatron/$2.jsonl" --output-prefix "megatron/$2" --json-keys text \\
    --tokenizer-type HuggingFaceTokenizer --tokenizer-model "$TOKENIZER" --append-eod --workers 8
  rm "megatron/$2.jsonl"
}

${prepare.join('\n')}

# Weight and prefix, in turn.
BLEND=(
${blend.join('\n')}
)
# ${Math.floor(input.mixture.drawn / context).toLocaleString('en')} sequences as ${quoted(input.tokenizer)} counts tokens; another tokenizer gives another number.
echo --data-path "\${BLEND[@]}" --seq-length ${context} --split 100,0,0 --seed ${Math.max(1, seed)}
`;
}

/** For a shell: names of sources may hold anything. */
function shellWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
