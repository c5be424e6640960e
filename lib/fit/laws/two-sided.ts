/**
 * Two losses that pull against each other over the agent ratio r: `L1(r) = c1 + a (r + e)^-alpha` falls with agent data, `L2(r) = c2 + b (1 - r + e)^-beta` rises with it. A power law of the ratio alone is
 * monotone and has no optimum inside; the weighted sum `w L1 + (1 - w) L2` has one.
 */
import { TWO_SIDED } from './facts.ts';
import type { Law, Sample } from './law.ts';
import { fitCurve, fitLinear, type Curve } from './least-squares.ts';

const EXPONENTS = [0.1, 0.3, 0.7, 1.5];
/** e begins at one of these; it keeps a ratio of nothing finite. */
const OFFSETS = [0.005, 0.03, 0.15];

/** Inputs: ratio, side (0 or 1). Parameters: c1, a, alpha, c2, b, beta, ln e. */
const curve: Curve = {
  value(p, x) {
    const at = x[1] === 0 ? 0 : 3;
    return p[at]! + p[at + 1]! * baseOf(x, p[6]!) ** -p[at + 2]!;
  },
  gradient(p, x) {
    const at = x[1] === 0 ? 0 : 3;
    const base = baseOf(x, p[6]!);
    const power = base ** -p[at + 2]!;
    const gradient = [0, 0, 0, 0, 0, 0, 0];
    gradient[at] = 1;
    gradient[at + 1] = power;
    gradient[at + 2] = -p[at + 1]! * power * Math.log(base);
    gradient[6] = (-p[at + 1]! * p[at + 2]! * power * Math.exp(p[6]!)) / base;
    return gradient;
  },
  bounds: [
    [-1e6, 1e6],
    [0, 1e6],
    [0.01, 4],
    [-1e6, 1e6],
    [0, 1e6],
    [0.01, 4],
    [Math.log(1e-4), 0],
  ],
};

function baseOf(x: Float64Array, logOffset: number): number {
  return (x[1] === 0 ? x[0]! : 1 - x[0]!) + Math.exp(logOffset);
}

export const twoSidedLaw: Law = {
  ...TWO_SIDED,
  parameterCount: () => 7,
  fit(sample, _domains, previous) {
    if (new Set(sample.x.map(([ratio]) => ratio)).size < 4)
      throw new Error('The runs have fewer than four different shares of the chosen domains.');
    const { parameters } = fitCurve(curve, sample, previous === null ? startsOf(sample) : [previous]);
    const names = ['c₁', 'a', 'α', 'c₂', 'b', 'β'];
    return {
      parameters: [
        ...names.map((name, i) => ({ name, value: parameters[i]!, isRefitted: true })),
        { name: 'ε', value: Math.exp(parameters[6]!), isRefitted: true },
      ],
      start: parameters,
      predict: (x) => curve.value(parameters, x),
    };
  },
};

/** Each side begins at the exponent that fits it best, for each offset. */
function startsOf(sample: Sample): number[][] {
  return OFFSETS.map((offset) => {
    const start = [0, 0, 0, 0, 0, 0, Math.log(offset)];
    for (const side of [0, 1]) {
      const rows = [...sample.y.keys()].filter((row) => sample.x[row]![1] === side);
      const best = EXPONENTS.map((exponent) => sideOf(sample, rows, exponent, offset)).toSorted(
        (one, other) => one.error - other.error,
      )[0]!;
      start.splice(3 * side, 3, ...best.parameters);
    }
    return start;
  });
}

function sideOf(sample: Sample, rows: readonly number[], exponent: number, offset: number) {
  const features = rows.map((row) => [1, baseOf(sample.x[row]!, Math.log(offset)) ** -exponent]);
  const y = Float64Array.from(rows, (row) => sample.y[row]!);
  const weight = Float64Array.from(rows, (row) => sample.weight[row]!);
  const [c, slope] = fitLinear(features, y, weight, 1e-9);
  const error = features.reduce((sum, [, power], i) => sum + weight[i]! * (y[i]! - c! - slope! * power!) ** 2, 0);
  // A slope of the wrong sign is no start of this law.
  return {
    parameters: [c!, Math.max(slope!, 1e-3), exponent],
    error: slope! > 0 ? error : error + Number.MAX_SAFE_INTEGER,
  };
}
