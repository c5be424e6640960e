/** Weighted least squares: linear by ml-matrix, non-linear by ml-levenberg-marquardt. */
import { levenbergMarquardt } from 'ml-levenberg-marquardt';
import { CholeskyDecomposition, Matrix, solve } from 'ml-matrix';
import type { Sample } from './law.ts';

/** A function of inputs with parameters, and how it changes with each of them. */
export interface Curve {
  value(parameters: readonly number[], x: Float64Array): number;
  gradient(parameters: readonly number[], x: Float64Array): number[];
  /** Lower and upper bound of each parameter. */
  readonly bounds: readonly (readonly [number, number])[];
}

/** Steps between two looks at whether the error still falls. */
const STEPS = 5;
const MAX_ROUNDS = 40;
const ENOUGH = 1e-6;
/** From a step like Newton's to a short one down the slope, in units of the scaled problem. */
const DAMPINGS = [1e-4, 1e-1, 1e2];

/**
 * @param starts parameters to begin at; the best of the fits is taken
 * @returns parameters of the least sum of squares weight (y - value)^2, and that sum
 */
export function fitCurve(
  curve: Curve,
  sample: Sample,
  starts: readonly (readonly number[])[],
): { readonly parameters: number[]; readonly error: number } {
  let best = { parameters: [...starts[0]!], error: Number.POSITIVE_INFINITY };
  for (const start of starts) {
    const found = descend(curve, sample, start);
    if (found.error < best.error) best = found;
  }
  return best;
}

/** @returns sum of squares weight (y - value)^2 */
export function squaresOf(curve: Curve, { x, y, weight }: Sample, parameters: readonly number[]): number {
  return x.reduce((sum, row, i) => sum + weight[i]! * (y[i]! - curve.value(parameters, row)) ** 2, 0);
}

/** The library takes one number as input, which is the row here; it has no test of its own for having arrived. */
function descend(curve: Curve, sample: Sample, start: readonly number[]) {
  const root = sample.weight.map(Math.sqrt);
  const data = {
    x: Float64Array.from(root.keys()),
    y: sample.y.map((y, i) => y * root[i]!),
  };
  const value = (parameters: number[]) => (row: number) => root[row]! * curve.value(parameters, sample.x[row]!);
  const jacobianFunction = (parameters: number[]) => (row: number) => {
    const gradient = curve.gradient(parameters, sample.x[row]!);
    for (let i = 0; i < gradient.length; i += 1) gradient[i]! *= root[row]!;
    return gradient;
  };
  const minValues = curve.bounds.map(([low]) => low);
  const maxValues = curve.bounds.map(([, high]) => high);
  let parameters = start.map((at, i) => Math.min(Math.max(at, minValues[i]!), maxValues[i]!));
  let error = squaresOf(curve, sample, parameters);
  let damping = DAMPINGS[0]!;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const found = levenbergMarquardt(data, value, {
      initialValues: parameters,
      jacobianFunction,
      minValues,
      maxValues,
      maxIterations: STEPS,
      errorTolerance: 1e-14,
      damping,
    });
    const isBetter = found.parameterError < error * (1 - ENOUGH);
    if (found.parameterError < error) ({ parameterValues: parameters, parameterError: error } = found);
    // The library goes on from a step that made things worse; a shorter step from the best place may not.
    const next = DAMPINGS[DAMPINGS.indexOf(damping) + 1];
    if (!isBetter && next === undefined) break;
    if (!isBetter) damping = next!;
  }
  return { parameters, error };
}

/**
 * @param rows features of each row, of equal length
 * @param ridge added to the diagonal, so that features that are sums of others have a solution
 * @returns coefficients of the least sum of squares weight (y - features . coefficients)^2
 */
export function fitLinear(
  rows: readonly (readonly number[] | Float64Array)[],
  y: Float64Array,
  weight: Float64Array,
  ridge = 0,
): number[] {
  const size = rows[0]!.length;
  const normal = Matrix.zeros(size, size);
  const right = Matrix.zeros(size, 1);
  rows.forEach((row, k) => {
    for (let i = 0; i < size; i += 1) {
      const scaled = row[i]! * weight[k]!;
      right.set(i, 0, right.get(i, 0) + scaled * y[k]!);
      for (let j = 0; j <= i; j += 1) normal.set(i, j, normal.get(i, j) + scaled * row[j]!);
    }
  });
  for (let i = 0; i < size; i += 1) {
    normal.set(i, i, normal.get(i, i) + ridge);
    for (let j = 0; j < i; j += 1) normal.set(j, i, normal.get(i, j));
  }
  const cholesky = new CholeskyDecomposition(normal);
  return (cholesky.isPositiveDefinite() ? cholesky.solve(right) : solve(normal, right, true)).to1DArray();
}
