/** The power law of one share: `L(p) = a + b p^alpha`, p the share of the chosen domains. */
import { POWER } from './facts.ts';
import type { Law, Sample } from './law.ts';
import { fitCurve, fitLinear, squaresOf, type Curve } from './least-squares.ts';

/** Exponents that a search begins at. */
const EXPONENTS = [-1.5, -0.7, -0.3, -0.1, 0.2, 0.5, 1, 2];

const curve: Curve = {
  value: ([a, b, alpha], x) => a! + b! * x[0]! ** alpha!,
  gradient([, b, alpha], x) {
    const power = x[0]! ** alpha!;
    return [1, power, b! * power * Math.log(x[0]!)];
  },
  bounds: [
    [-1e6, 1e6],
    [-1e6, 1e6],
    [-4, 4],
  ],
};

export const powerLaw: Law = {
  ...POWER,
  parameterCount: () => 3,
  fit(all, _domains, previous) {
    const sample = withShare(all);
    const starts = previous === null ? startsOf(sample) : [previous];
    const { parameters } = fitCurve(curve, sample, starts);
    const [a, b, alpha] = parameters;
    return {
      parameters: [
        { name: 'a', value: a!, isRefitted: true },
        { name: 'b', value: b!, isRefitted: true },
        { name: 'α', value: alpha!, isRefitted: true },
      ],
      start: parameters,
      predict: (x) => curve.value(parameters, x),
    };
  },
};

/** A share of nothing has no power: such runs say nothing about this law. */
function withShare(sample: Sample): Sample {
  const rows = [...sample.y.keys()].filter((row) => sample.x[row]![0]! > 0);
  if (new Set(rows.map((row) => sample.x[row]![0])).size < 3)
    throw new Error('The runs have fewer than three different shares of the chosen domains above zero.');
  if (rows.length === sample.y.length) return sample;
  return {
    x: rows.map((row) => sample.x[row]!),
    y: Float64Array.from(rows, (row) => sample.y[row]!),
    weight: Float64Array.from(rows, (row) => sample.weight[row]!),
    run: Int32Array.from(rows, (row) => sample.run[row]!),
  };
}

/** For a given exponent the rest is linear: the best two exponents of the list are where searches begin. */
function startsOf(sample: Sample): number[][] {
  return EXPONENTS.map((alpha) => {
    const rows = sample.x.map((x) => [1, x[0]! ** alpha]);
    const [a, b] = fitLinear(rows, sample.y, sample.weight);
    const start = [a!, b!, alpha];
    const error = squaresOf(curve, sample, start);
    return { start, error };
  })
    .toSorted((one, other) => one.error - other.error)
    .slice(0, 2)
    .map(({ start }) => start);
}
