/** Bins of histograms: the same edges for every corpus, so that histograms add up bin by bin. */

const PER_OCTAVE = 4;

/**
 * Edges of the bins: 0, 1, 2 … 8, then four per octave (10, 12, 14, 16, 20 …). All are whole numbers, so that a count
 * falls into the same bin wherever it is computed, and histograms of different corpora add up bin by bin.
 * @param max largest value that must fall into a bin
 * @returns ascending edges; the last one is above max
 */
export function countEdges(max: number): number[] {
  const edges: number[] = [];
  for (let edge = 0; edge < 2 * PER_OCTAVE; edge++) edges.push(edge);
  for (let octave = 2 * PER_OCTAVE; edges.at(-1)! <= max || edges.length === 2 * PER_OCTAVE; octave *= 2) {
    for (let part = 0; part < PER_OCTAVE; part++) edges.push(octave + (octave / PER_OCTAVE) * part);
  }
  const end = edges.findIndex((edge) => edge > max);
  return edges.slice(0, end + 1);
}

const PER_ONE = 100;

/**
 * Edges of bins of ratios such as tokens per byte: every 0.01. Each is the double closest to its decimal, as is a ratio
 * of whole numbers, so that the two compare as the numbers do.
 * @param max largest value that must fall into a bin
 * @returns ascending edges; the last one is above max
 */
export function ratioEdges(max: number): number[] {
  const edges = [0];
  for (let i = 1; edges.at(-1)! <= max; i++) edges.push(i / PER_ONE);
  return edges;
}

/** Probabilities at which token_stats has quantiles. */
export const QUANTILES = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const;
