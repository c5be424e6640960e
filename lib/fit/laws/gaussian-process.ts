/**
 * A Gaussian process on the logarithms of the weights (Rasmussen and Williams 2006): no formula, a loss as close to the neighbours' as the runs say. Every
 * hyperparameter is chosen by leave-one-out cross-validation on at most SUBSET runs; then all runs are fitted with them.
 */
import { shuffled, uniform } from '../../stats/random.ts';
import { decompose, dot, solveBoth } from '../gaussian-process/cholesky.ts';
import { descend } from '../gaussian-process/descend.ts';
import {
  featuresOf,
  kernelOf,
  kernelTo,
  linearAt,
  noiseAt,
  offsetAt,
  signalAt,
  type Features,
} from '../gaussian-process/kernel.ts';
import { leaveOneOut } from '../gaussian-process/leave-one-out.ts';
import { priorMeans } from '../gaussian-process/priors.ts';
import { GAUSSIAN_PROCESS } from './facts.ts';
import type { Fitted, Law, Parameter, Sample } from './law.ts';

/** Runs that hyperparameters are chosen on: a step costs the cube of them. */
export const SUBSET = 224;
const STEPS = 30;
const RATE = 0.2;
/** Which runs are in the subset is drawn, and the same for the same table. */
const SEED = 1;

export const gaussianProcessLaw: Law = {
  ...GAUSSIAN_PROCESS,
  parameterCount: (domains) => domains + 4,
  fit(sample, domains, previous, onProgress) {
    const theta = previous ?? chooseHyperparameters(sample.x, standardised(sample).y, onProgress);
    return processOf(wholeOf(sample, theta, domains), sample);
  },
};

interface Standardised {
  readonly y: Float64Array;
  readonly centre: number;
  readonly scale: number;
}

function standardised({ y, weight }: Sample): Standardised {
  const total = weight.reduce((sum, one) => sum + one, 0);
  const centre = y.reduce((sum, value, i) => sum + value * weight[i]!, 0) / total;
  const variance = y.reduce((sum, value, i) => sum + weight[i]! * (value - centre) ** 2, 0) / total;
  const scale = Math.sqrt(variance) || 1;
  return { y: y.map((value) => (value - centre) / scale), centre, scale };
}

function chooseHyperparameters(
  x: readonly Float64Array[],
  y: Float64Array,
  onProgress: ((part: number) => void) | undefined,
): number[] {
  const chosen = shuffled(x.length, uniform(SEED)).slice(0, SUBSET);
  const rows = chosen.map((row) => x[row]!);
  const values = Float64Array.from(chosen, (row) => y[row]!);
  return descend(
    (theta, gradient) => leaveOneOut(rows, values, theta, gradient),
    priorMeans(x[0]!.length),
    STEPS,
    RATE,
    (done) => onProgress?.(done / STEPS),
  );
}

/** All runs with the kernel between them, which every resample takes its part of. */
interface Whole {
  readonly rows: ReadonlyMap<Float64Array, number>;
  readonly features: Features;
  readonly kernel: Float64Array;
  readonly theta: readonly number[];
  readonly domains: readonly string[];
}

function wholeOf(sample: Sample, theta: readonly number[], domains: readonly string[]): Whole {
  const features = featuresOf(sample.x, theta);
  const rows = new Map(sample.x.map((x, row) => [x, row]));
  return { rows, features, kernel: kernelOf(features, theta).matrix, theta, domains };
}

/** A run that counts twice has half the noise, which is the same as having it twice. */
function processOf(whole: Whole, sample: Sample): Fitted {
  const { theta, domains } = whole;
  const { y, centre, scale } = standardised(sample);
  const rows = sample.x.map((x) => whole.rows.get(x)!);
  const [n, size] = [rows.length, whole.features.n];
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j <= i; j += 1) lower[i * n + j] = whole.kernel[rows[i]! * size + rows[j]!]!;
  const noise = Math.exp(theta[noiseAt(domains.length)]!);
  for (let i = 0; i < n; i += 1) lower[i * n + i]! += noise / sample.weight[i]!;
  if (!decompose(lower, n))
    throw new Error('The runs are too alike for a Gaussian process: their kernel has no inverse.');
  const alpha = solveBoth(lower, n, y);
  const features = featuresOf(sample.x, theta, whole.features.centre);
  const kernel = kernelTo(features, theta);
  return {
    parameters: namedHyperparameters(theta, domains, scale),
    start: theta,
    predict: (x) => centre + scale * dot(kernel(x), 0, alpha, 0, n),
    refit: (drawn) => processOf(whole, drawn),
  };
}

const kept = (name: string, value: number): Parameter => ({ name, value, isRefitted: false });

function namedHyperparameters(theta: readonly number[], domains: readonly string[], scale: number): Parameter[] {
  const d = domains.length;
  return [
    kept('noise, standard deviation', scale * Math.exp(theta[noiseAt(d)]! / 2)),
    kept('signal σ', scale * Math.exp(theta[signalAt(d)]! / 2)),
    kept('linear √λ', scale * Math.exp(theta[linearAt(d)]! / 2)),
    kept('offset ε', Math.exp(theta[offsetAt(d)]!)),
    ...domains.map((domain, j) => kept(`length ℓ ${domain}`, Math.exp(theta[j]!))),
  ];
}
