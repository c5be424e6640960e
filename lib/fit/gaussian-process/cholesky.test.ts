import { describe, expect, it } from 'vitest';
import { uniform } from '../../stats/random.ts';
import { decompose, inverseOf, solveBoth } from './cholesky.ts';

/** A Aᵀ + 1 on the diagonal: symmetric and positive definite. */
function definite(n: number): Float64Array {
  const random = uniform(n);
  const a = Float64Array.from({ length: n * n }, () => random() - 0.5);
  const at = (i: number, j: number) => {
    let sum = i === j ? 1 : 0;
    for (let k = 0; k < n; k += 1) sum += a[i * n + k]! * a[j * n + k]!;
    return sum;
  };
  return Float64Array.from({ length: n * n }, (_, place) => at(Math.floor(place / n), place % n));
}

describe('a decomposition', () => {
  // Rows are worked on in fours: with none, one, two and three left over.
  it.each([1, 2, 3, 4, 5, 8, 13, 22, 31])('of %i rows, times itself, is the matrix', (n) => {
    const matrix = definite(n);
    const lower = matrix.slice();
    expect(decompose(lower, n)).toBe(true);
    for (let i = 0; i < n; i += 1)
      for (let j = 0; j <= i; j += 1) {
        let sum = 0;
        for (let k = 0; k <= j; k += 1) sum += lower[i * n + k]! * lower[j * n + k]!;
        expect(sum).toBeCloseTo(matrix[i * n + j]!, 10);
      }
    const right = Float64Array.from({ length: n }, (_, i) => i + 1);
    const x = solveBoth(lower, n, right);
    const inverse = inverseOf(lower, n);
    for (let i = 0; i < n; i += 1) {
      let sum = 0;
      for (let k = 0; k < n; k += 1) sum += matrix[i * n + k]! * x[k]!;
      expect(sum).toBeCloseTo(i + 1, 8);
      expect(inverse.subarray(i * n, i * n + n).reduce((all, value, k) => all + value * right[k]!, 0)).toBeCloseTo(
        x[i]!,
        8,
      );
    }
  });

  it('of a matrix that is not positive definite is refused', () => {
    const matrix = definite(9);
    matrix[6 * 9 + 6] = -1;
    expect(decompose(matrix, 9)).toBe(false);
  });
});
