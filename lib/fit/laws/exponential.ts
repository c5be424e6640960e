/** The data mixing law: `L(w) = c + k exp(sum_j t_j w_j)` (Ye et al. 2024, arXiv 2403.16952, equation 6). */
import { EXPONENTIAL } from './facts.ts';
import type { Fitted, Law, Sample } from './law.ts';
import { fitCurve, fitLinear, squaresOf, type Curve } from './least-squares.ts';

/** Floors that a search begins at, as a part of the spread below the least value. */
const FLOORS = [0.05, 0.3, 1, 3];

/**
 * Weights sum to one, so that a factor k and a constant in all t are the same thing: the fit has s_j = ln k + t_j,
 * and what is shown has a sum of t of zero. Parameters: c, s_1 … s_d; `sign` is that of k.
 */
function curveOf(sign: 1 | -1, domains: number): Curve {
  const rise = (parameters: readonly number[], x: Float64Array): number => {
    let sum = 0;
    for (let j = 0; j < domains; j += 1) sum += parameters[j + 1]! * x[j]!;
    return sign * Math.exp(Math.min(sum, 50));
  };
  return {
    value: (parameters, x) => parameters[0]! + rise(parameters, x),
    gradient(parameters, x) {
      const all = rise(parameters, x);
      const gradient = [1];
      for (let j = 0; j < domains; j += 1) gradient.push(all * x[j]!);
      return gradient;
    },
    bounds: [[-1e6, 1e6], ...Array.from({ length: domains }, () => [-30, 30] as const)],
  };
}

export const exponentialLaw: Law = {
  ...EXPONENTIAL,
  parameterCount: (domains) => domains + 1,
  fit(sample, domains, previous) {
    const signs = previous === null ? ([1, -1] as const) : [previous[0] as 1 | -1];
    const fits = signs.map((sign) => {
      const curve = curveOf(sign, domains.length);
      const starts = previous === null ? startsOf(sample, sign) : [previous.slice(1)];
      return { sign, curve, ...fitCurve(curve, sample, starts) };
    });
    const best = fits.toSorted((one, other) => one.error - other.error)[0]!;
    return fitted(best, domains);
  },
};

function fitted(
  { sign, curve, parameters }: { sign: 1 | -1; curve: Curve; parameters: number[] },
  domains: readonly string[],
): Fitted {
  const [c, ...s] = parameters;
  const mean = s.reduce((sum, one) => sum + one, 0) / s.length;
  return {
    parameters: [
      { name: 'c', value: c!, isRefitted: true },
      { name: 'k', value: sign * Math.exp(mean), isRefitted: true },
      ...s.map((one, j) => ({ name: `t ${domains[j] ?? j}`, value: one - mean, isRefitted: true })),
    ],
    start: [sign, ...parameters],
    predict: (x) => curve.value(parameters, x),
  };
}

/** With a given floor the logarithm is linear: the two floors that fit best are where searches begin. */
function startsOf(sample: Sample, sign: 1 | -1): number[][] {
  const turned = sample.y.map((y) => sign * y);
  const low = turned.reduce((least, y) => Math.min(least, y), Number.POSITIVE_INFINITY);
  const spread = turned.reduce((most, y) => Math.max(most, y), Number.NEGATIVE_INFINITY) - low || 1;
  const ridge = 1e-6 * sample.y.length;
  return FLOORS.map((part) => {
    const floor = low - part * spread;
    const logs = turned.map((y) => Math.log(y - floor));
    // The error of a logarithm counts as much as the value is high.
    const weight = sample.weight.map((one, row) => one * (turned[row]! - floor) ** 2);
    const s = fitLinear(sample.x, logs, weight, ridge);
    const start = [sign * floor, ...s];
    const error = squaresOf(curveOf(sign, s.length), sample, start);
    return { start, error };
  })
    .toSorted((one, other) => one.error - other.error)
    .slice(0, 2)
    .map(({ start }) => start);
}
