/**
 * MosaicML streaming: a Stream is resampled by `proportion` (relative, by samples), `repeat` or `choose` (absolute), and one
 * dataset uses one kind alone. The files hold the repetitions already, so each stream is repeated once, which keeps the
 * plan's counts. Source: docs.mosaicml.com, streaming.Stream and "Mixing datasets"; MDSWriter in "Basic dataset conversion".
 */
import { drawnStrata, headLines, rounded, type Recipe, type RecipeInput } from './recipe.ts';

export const mosaicml: Recipe = {
  id: 'mosaicml',
  label: 'MosaicML streaming',
  fileName: 'mixture_streaming.py',
  language: 'python',
  note: 'Streams are mixed by samples. repeat=1 takes each record once, as often as the files have it; proportion would be a share of records.',
  documentation:
    'https://docs.mosaicml.com/projects/streaming/en/stable/dataset_configuration/mixing_data_sources.html',
  write,
};

function write(input: RecipeInput): string {
  const rows = drawnStrata(input.mixture).map(
    ({ folder, slug, tokenShare, recordShare }) =>
      `    (${JSON.stringify(folder)}, ${JSON.stringify(`mds/${slug}`)}),  # ${rounded(recordShare)} of records, ${rounded(tokenShare)} of tokens`,
  );
  return `"""
${headLines(input).join('\n')}
"""

import glob
import json

from streaming import MDSWriter, Stream, StreamingDataset

# Folder of the sample, folder of its shards.
STRATA = [
${rows.join('\n')}
]


def convert() -> None:
    for folder, shards in STRATA:
        with MDSWriter(out=shards, columns={"id": "str", "text": "str"}, compression="zstd") as writer:
            for name in sorted(glob.glob(f"{folder}/*.jsonl")):
                with open(name, encoding="utf-8") as lines:
                    for line in lines:
                        record = json.loads(line)
                        writer.write({"id": record["id"], "text": record["text"]})


def dataset(batch_size: int) -> StreamingDataset:
    streams = [Stream(local=shards, repeat=1) for _, shards in STRATA]
    return StreamingDataset(streams=streams, shuffle=True, shuffle_seed=${input.plan.seed}, batch_size=batch_size)


if __name__ == "__main__":
    convert()
`;
}
