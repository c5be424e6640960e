/** Runs drawn again, and runs left out. */
import { shuffled } from '../stats/random.ts';
import type { Sample } from './laws/law.ts';

/**
 * A bootstrap resample: as many runs as there are, drawn with replacement (Efron 1979). A run drawn twice stands once, with twice the weight.
 * @param random draws from 0 to 1
 */
export function resample(sample: Sample, random: () => number): Sample {
  const runs = (sample.run.at(-1) ?? -1) + 1;
  const drawn = new Float64Array(runs);
  for (let i = 0; i < runs; i += 1) drawn[Math.floor(random() * runs)]! += 1;
  return reweighted(sample, drawn);
}

/** @returns rows of the runs that count, their weights times that of the run */
function reweighted(sample: Sample, counts: Float64Array): Sample {
  const rows = [...sample.y.keys()].filter((row) => counts[sample.run[row]!]! > 0);
  return {
    x: rows.map((row) => sample.x[row]!),
    y: Float64Array.from(rows, (row) => sample.y[row]!),
    weight: Float64Array.from(rows, (row) => sample.weight[row]! * counts[sample.run[row]!]!),
    run: Int32Array.from(rows, (row) => sample.run[row]!),
  };
}

/**
 * @param parts folds
 * @returns for each fold the sample without its runs, and the rows of its runs
 */
export function folds(
  sample: Sample,
  parts: number,
  random: () => number,
): { readonly rest: Sample; readonly heldOut: readonly number[] }[] {
  const runs = (sample.run.at(-1) ?? -1) + 1;
  const order = shuffled(runs, random);
  return Array.from({ length: Math.min(parts, runs) }, (_, part) => {
    const counts = new Float64Array(runs).fill(1);
    order.forEach((run, at) => {
      if (at % parts === part) counts[run] = 0;
    });
    return {
      rest: reweighted(sample, counts),
      heldOut: [...sample.y.keys()].filter((row) => counts[sample.run[row]!] === 0),
    };
  });
}
