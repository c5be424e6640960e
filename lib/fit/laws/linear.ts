/** RegMix's linear regression: `L(w) = b + sum_j a_j w_j` (Liu et al. 2024, arXiv 2407.01492, section 3.2). */
import { LINEAR } from './facts.ts';
import type { Fitted, Law, Sample } from './law.ts';
import { fitLinear } from './least-squares.ts';

/**
 * Weights sum to one, so that the intercept is a sum of the weights: coefficients without it are the same function,
 * and each is the value at a mixture of that domain alone.
 */
export const linearLaw: Law = {
  ...LINEAR,
  parameterCount: (domains) => domains,
  fit(sample, domains) {
    const coefficients = fitLinear(sample.x, sample.y, sample.weight, ridgeOf(sample));
    return linear(coefficients, domains);
  },
};

/** A domain that no run has would have no solution; far below what the data says elsewhere. */
function ridgeOf({ weight }: Sample): number {
  return 1e-9 * weight.reduce((sum, one) => sum + one, 0);
}

function linear(coefficients: readonly number[], domains: readonly string[]): Fitted {
  return {
    parameters: coefficients.map((value, i) => ({ name: `a ${domains[i] ?? i}`, value, isRefitted: true })),
    start: coefficients,
    predict: (x) => coefficients.reduce((sum, a, i) => sum + a * x[i]!, 0),
  };
}
