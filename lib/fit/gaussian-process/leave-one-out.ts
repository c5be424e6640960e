/**
 * How well hyperparameters predict each run from all others: the leave-one-out log predictive probability (Rasmussen and Williams 2006, equations
 * 5.10 to 5.12), with its gradient. It costs two inversions, whatever the number of hyperparameters.
 */
import { decompose, dot, inverseOf } from './cholesky.ts';
import { featuresOf, kernelOf, linearAt, noiseAt, offsetAt, scaled, signalAt, type Features } from './kernel.ts';
import { addPriors } from './priors.ts';

/**
 * @param x rows of weights
 * @param y standardised losses
 * @param theta hyperparameters
 * @param gradient is filled with the derivative of what is returned
 * @returns minus the log probability, with the priors of the hyperparameters; infinite where the kernel has no inverse
 */
export function leaveOneOut(
  x: readonly Float64Array[],
  y: Float64Array,
  theta: readonly number[],
  gradient: number[],
): number {
  const features = featuresOf(x, theta);
  const { n, domains } = features;
  const kernel = kernelOf(features, theta);
  const noise = Math.exp(theta[noiseAt(domains)]!);
  const lower = kernel.matrix;
  for (let i = 0; i < n; i += 1) lower[i * n + i]! += noise;
  if (!decompose(lower, n)) {
    gradient.fill(0);
    return Number.POSITIVE_INFINITY;
  }
  const inverse = inverseOf(lower, n);
  const { loss, slope } = lossOf(inverse, y, n);
  gradient.fill(0);
  gradient[noiseAt(domains)] = noise * trace(slope, n);
  addSlopes(features, theta, { ...kernel, slope, x }, gradient);
  return loss + addPriors(theta, domains, gradient);
}

/** @returns minus the log probability, and its derivative by each entry of the kernel (symmetric) */
function lossOf(inverse: Float64Array, y: Float64Array, n: number): { loss: number; slope: Float64Array } {
  const alpha = new Float64Array(n);
  const byAlpha = new Float64Array(n);
  const byDiagonal = new Float64Array(n);
  let loss = 0;
  for (let i = 0; i < n; i += 1) {
    const precision = inverse[i * n + i]!;
    const a = dot(inverse, i * n, y, 0, n);
    alpha[i] = a;
    loss += (a * a) / precision / 2 - Math.log(precision) / 2 + Math.log(2 * Math.PI) / 2;
    byAlpha[i] = -a / precision;
    byDiagonal[i] = (1 + (a * a) / precision) / (2 * precision);
  }
  const slope = new Float64Array(n * n);
  const half = new Float64Array(n);
  const u = Float64Array.from({ length: n }, (_, i) => dot(inverse, i * n, byAlpha, 0, n));
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < n; k += 1) half[k] = inverse[i * n + k]! * byDiagonal[k]!;
    for (let j = 0; j <= i; j += 1) {
      const value = dot(half, 0, inverse, j * n, n) + (u[i]! * alpha[j]! + u[j]! * alpha[i]!) / 2;
      slope[i * n + j] = value;
      slope[j * n + i] = value;
    }
  }
  return { loss, slope };
}

function trace(matrix: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += matrix[i * n + i]!;
  return sum;
}

interface Parts {
  readonly exponential: Float64Array;
  readonly product: Float64Array;
  readonly slope: Float64Array;
  readonly x: readonly Float64Array[];
}

/** The chain rule from the kernel to lengths, linear part, signal and offset. */
function addSlopes(features: Features, theta: readonly number[], parts: Parts, gradient: number[]): void {
  const { n, domains, z } = features;
  const near = scaled(features, theta);
  const linear = Math.exp(theta[linearAt(domains)]!);
  const offsets = offsetSlopes(parts.x, Math.exp(theta[offsetAt(domains)]!));
  const [bySame, byProduct] = [new Float64Array(domains), new Float64Array(domains)];
  let signal = 0;
  let products = 0;
  let offset = 0;
  for (let i = 0; i < n; i += 1) {
    bySame.fill(0);
    byProduct.fill(0);
    let row = 0;
    for (let j = 0; j < n; j += 1) {
      const slope = parts.slope[i * n + j]!;
      const same = slope * parts.exponential[i * n + j]!;
      row += same;
      products += slope * parts.product[i * n + j]!;
      for (let k = 0; k < domains; k += 1) {
        bySame[k]! += same * near[j * domains + k]!;
        byProduct[k]! += slope * z[j * domains + k]!;
      }
    }
    signal += row;
    for (let k = 0; k < domains; k += 1) {
      const at = near[i * domains + k]!;
      const pull = 2 * (row * at - bySame[k]!);
      gradient[k]! += at * pull;
      const change = offsets[i * domains + k]!;
      offset += change * (2 * linear * byProduct[k]! - pull * Math.exp(-theta[k]!));
    }
  }
  gradient[signalAt(domains)] = signal;
  gradient[linearAt(domains)] = linear * products;
  gradient[offsetAt(domains)] = offset;
}

/** How z changes with the logarithm of the offset, centred as z is. */
function offsetSlopes(x: readonly Float64Array[], offset: number): Float64Array {
  const domains = x[0]!.length;
  const slopes = new Float64Array(x.length * domains);
  const means = new Float64Array(domains);
  x.forEach((row, i) =>
    row.forEach((weight, k) => {
      const slope = offset / (weight + offset);
      slopes[i * domains + k] = slope;
      means[k]! += slope / x.length;
    }),
  );
  return slopes.map((slope, i) => slope - means[i % domains]!);
}
