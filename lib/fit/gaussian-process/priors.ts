/**
 * What is believed of hyperparameters before a run is seen: normal distributions of their logarithms, so wide that a few dozen runs outweigh them. They
 * keep the lengths of domains that say nothing from running away. Weights differ by factors of a thousand, which is 7 in logarithms.
 */
import { linearAt, noiseAt, offsetAt, signalAt } from './kernel.ts';

interface Prior {
  readonly mean: number;
  readonly deviation: number;
}

function priorOf(at: number, domains: number): Prior {
  if (at < domains) return { mean: 2, deviation: 1.5 };
  if (at === linearAt(domains)) return { mean: -Math.log(4 * domains), deviation: 1.5 };
  if (at === signalAt(domains)) return { mean: 0, deviation: 1.5 };
  if (at === noiseAt(domains)) return { mean: Math.log(0.01), deviation: 1.5 };
  return { mean: Math.log(0.002), deviation: 1 };
}

/** @returns the hyperparameters that are most likely before a run is seen: where the search begins */
export function priorMeans(domains: number): number[] {
  return Array.from({ length: offsetAt(domains) + 1 }, (_, at) => priorOf(at, domains).mean);
}

/** Adds to the gradient. @returns minus the log of the priors, but for a constant */
export function addPriors(theta: readonly number[], domains: number, gradient: number[]): number {
  let sum = 0;
  theta.forEach((value, at) => {
    const { mean, deviation } = priorOf(at, domains);
    const gap = (value - mean) / deviation;
    sum += (gap * gap) / 2;
    gradient[at]! += gap / deviation;
  });
  return sum;
}
