/**
 * How alike the losses of two mixtures are expected to be: a squared exponential with a length per domain, and a linear part, of the
 * logarithms of the weights (Rasmussen and Williams 2006, sections 4.2 and 5.1).
 */

/** Hyperparameters, all as natural logarithms, in this order: lengths of the domains, linear, signal, noise, offset. */
export type Hyperparameters = readonly number[];

export const linearAt = (domains: number): number => domains;
export const signalAt = (domains: number): number => domains + 1;
export const noiseAt = (domains: number): number => domains + 2;
export const offsetAt = (domains: number): number => domains + 3;

/** The mean of the standardised losses is known about as well as this. */
const MEAN_VARIANCE = 1;

/** Rows as the kernel sees them. */
export interface Features {
  readonly n: number;
  readonly domains: number;
  /** n x domains: ln(w + offset), less the mean of the rows that were fitted. */
  readonly z: Float64Array;
  readonly centre: Float64Array;
}

/** @param centre of the fitted rows; null to take that of these */
export function featuresOf(
  x: readonly Float64Array[],
  theta: Hyperparameters,
  centre: Float64Array | null = null,
): Features {
  const [n, domains] = [x.length, x[0]!.length];
  const offset = Math.exp(theta[offsetAt(domains)]!);
  const z = new Float64Array(n * domains);
  x.forEach((row, i) => row.forEach((weight, j) => (z[i * domains + j] = Math.log(weight + offset))));
  const middle = centre ?? columnMeans(z, n, domains);
  for (let i = 0; i < z.length; i += 1) z[i]! -= middle[i % domains]!;
  return { n, domains, z, centre: middle };
}

function columnMeans(z: Float64Array, n: number, domains: number): Float64Array {
  const means = new Float64Array(domains);
  for (let i = 0; i < z.length; i += 1) means[i % domains]! += z[i]! / n;
  return means;
}

/** @returns z over the length of its domain */
export function scaled({ z, domains }: Features, theta: Hyperparameters): Float64Array {
  const inverse = Array.from({ length: domains }, (_, j) => Math.exp(-theta[j]!));
  return z.map((value, i) => value * inverse[i % domains]!);
}

export interface Kernel {
  /** The squared exponential part, n x n. */
  readonly exponential: Float64Array;
  /** Products of z, before the linear hyperparameter, n x n. */
  readonly product: Float64Array;
  /** All of it, noise not counted, n x n. */
  readonly matrix: Float64Array;
}

/** @returns the kernel between all pairs of rows */
export function kernelOf(features: Features, theta: Hyperparameters): Kernel {
  const { n, domains, z } = features;
  const near = scaled(features, theta);
  const [exponential, product, matrix] = [new Float64Array(n * n), new Float64Array(n * n), new Float64Array(n * n)];
  const linear = Math.exp(theta[linearAt(domains)]!);
  const signal = theta[signalAt(domains)]!;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let distance = 0;
      let sum = 0;
      for (let k = 0; k < domains; k += 1) {
        const gap = near[i * domains + k]! - near[j * domains + k]!;
        distance += gap * gap;
        sum += z[i * domains + k]! * z[j * domains + k]!;
      }
      const value = Math.exp(signal - distance / 2);
      const all = value + linear * sum + MEAN_VARIANCE;
      exponential[i * n + j] = exponential[j * n + i] = value;
      product[i * n + j] = product[j * n + i] = sum;
      matrix[i * n + j] = matrix[j * n + i] = all;
    }
  }
  return { exponential, product, matrix };
}

/** @returns a function from a row to its kernel with each of the fitted rows */
export function kernelTo(features: Features, theta: Hyperparameters): (x: Float64Array) => Float64Array {
  const { n, domains, z, centre } = features;
  const near = scaled(features, theta);
  const inverse = Float64Array.from({ length: domains }, (_, j) => Math.exp(-theta[j]!));
  const linear = Math.exp(theta[linearAt(domains)]!);
  const signal = theta[signalAt(domains)]!;
  const offset = Math.exp(theta[offsetAt(domains)]!);
  const here = new Float64Array(domains);
  return (x) => {
    for (let k = 0; k < domains; k += 1) here[k] = Math.log(x[k]! + offset) - centre[k]!;
    const values = new Float64Array(n);
    for (let i = 0; i < n; i += 1) {
      let distance = 0;
      let sum = 0;
      for (let k = 0; k < domains; k += 1) {
        const gap = here[k]! * inverse[k]! - near[i * domains + k]!;
        distance += gap * gap;
        sum += here[k]! * z[i * domains + k]!;
      }
      values[i] = Math.exp(signal - distance / 2) + linear * sum + MEAN_VARIANCE;
    }
    return values;
  };
}
