/** Adam (Kingma and Ba 2015, algorithm 1), for a function whose gradient is exact: steps of about the rate in each direction. */

const [FIRST, SECOND] = [0.8, 0.95];

/**
 * @param loss of parameters; fills the gradient; infinite where it is not defined
 * @param start parameters
 * @param steps gradients that are taken
 * @param rate length of a step in each parameter
 * @param onStep told after each step, with the number of steps done
 * @returns the parameters of the least loss that was seen
 */
export function descend(
  loss: (parameters: readonly number[], gradient: number[]) => number,
  start: readonly number[],
  steps: number,
  rate: number,
  onStep: (done: number) => void = () => {},
): number[] {
  const gradient = start.map(() => 0);
  const [mean, square] = [start.map(() => 0), start.map(() => 0)];
  let at = [...start];
  let [best, least] = [at, Number.POSITIVE_INFINITY];
  for (let step = 1; step <= steps; step += 1) {
    const value = loss(at, gradient);
    if (value < least) [best, least] = [at, value];
    // Half way back to the best place: the step was too long.
    if (!Number.isFinite(value)) at = at.map((one, i) => (one + best[i]!) / 2);
    else
      at = at.map((one, i) => {
        mean[i] = FIRST * mean[i]! + (1 - FIRST) * gradient[i]!;
        square[i] = SECOND * square[i]! + (1 - SECOND) * gradient[i]! ** 2;
        const length = Math.sqrt(square[i]! / (1 - SECOND ** step)) + 1e-8;
        return one - (rate * mean[i]!) / (1 - FIRST ** step) / length;
      });
    onStep(step);
  }
  return best;
}
