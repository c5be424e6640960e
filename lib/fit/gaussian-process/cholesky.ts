/**
 * Symmetric matrices in one array, row by row. ml-matrix takes ten times as long for the same decomposition (docs/decisions/mixture-fit.md), and a
 * fit makes hundreds of them.
 */

/** @returns sum of a[i + k] * b[j + k] over k below length */
export function dot(a: Float64Array, i: number, b: Float64Array, j: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < length; k += 4) {
    s0 += a[i + k]! * b[j + k]!;
    s1 += a[i + k + 1]! * b[j + k + 1]!;
    s2 += a[i + k + 2]! * b[j + k + 2]!;
    s3 += a[i + k + 3]! * b[j + k + 3]!;
  }
  for (; k < length; k += 1) s0 += a[i + k]! * b[j + k]!;
  return s0 + s1 + s2 + s3;
}

/** Rows that are worked on together, so that what is read of the rows above them is read once for all four. */
const ROWS = 4;

/**
 * Puts the lower triangle L of `L Lᵀ = matrix` in its place; what is above the diagonal stays as it was.
 * @param matrix n x n, symmetric
 * @returns whether it is positive definite; where not, the matrix is of no use any more
 */
export function decompose(matrix: Float64Array, n: number): boolean {
  for (let from = 0; from < n; from += ROWS) {
    const isBlock = from + ROWS <= n;
    if (isBlock) leftOfDiagonal(matrix, n, from);
    const first = isBlock ? from : 0;
    for (let i = from; i < Math.min(n, from + ROWS); i += 1) {
      for (let j = first; j <= i; j += 1) {
        const rest = matrix[i * n + j]! - dot(matrix, i * n, matrix, j * n, j);
        if (i !== j) matrix[i * n + j] = rest / matrix[j * n + j]!;
        else if (rest > 0) matrix[i * n + i] = Math.sqrt(rest);
        else return false;
      }
    }
  }
  return true;
}

/**
 * Four rows of L up to the diagonal's block, two columns at a time.
 * @param from the first of the rows, a multiple of four; the rows above are done
 */
function leftOfDiagonal(l: Float64Array, n: number, from: number): void {
  const [r0, r1, r2, r3] = [from * n, (from + 1) * n, (from + 2) * n, (from + 3) * n];
  for (let j = 0; j < from; j += 2) {
    const [above, below] = [j * n, (j + 1) * n];
    let [a0, a1, a2, a3, b0, b1, b2, b3] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let k = 0; k < j; k += 1) {
      const p = l[above + k]!;
      const q = l[below + k]!;
      const v0 = l[r0 + k]!;
      const v1 = l[r1 + k]!;
      const v2 = l[r2 + k]!;
      const v3 = l[r3 + k]!;
      a0 += v0 * p;
      a1 += v1 * p;
      a2 += v2 * p;
      a3 += v3 * p;
      b0 += v0 * q;
      b1 += v1 * q;
      b2 += v2 * q;
      b3 += v3 * q;
    }
    const [diagonal, beside, next] = [l[above + j]!, l[below + j]!, l[below + j + 1]!];
    finish(l, r0 + j, a0, b0, diagonal, beside, next);
    finish(l, r1 + j, a1, b1, diagonal, beside, next);
    finish(l, r2 + j, a2, b2, diagonal, beside, next);
    finish(l, r3 + j, a3, b3, diagonal, beside, next);
  }
}

/** Two entries of a row: what is left of them after the sums, over the diagonal. */
function finish(
  l: Float64Array,
  at: number,
  sum: number,
  nextSum: number,
  diagonal: number,
  beside: number,
  next: number,
): void {
  const value = (l[at]! - sum) / diagonal;
  l[at] = value;
  l[at + 1] = (l[at + 1]! - nextSum - value * beside) / next;
}

/** @returns x of `L Lᵀ x = right` */
export function solveBoth(lower: Float64Array, n: number, right: Float64Array): Float64Array {
  const x = solveLower(lower, n, right);
  for (let i = n - 1; i >= 0; i -= 1) {
    const value = x[i]! / lower[i * n + i]!;
    x[i] = value;
    for (let j = 0; j < i; j += 1) x[j]! -= lower[i * n + j]! * value;
  }
  return x;
}

/** @returns x of `L x = right` */
function solveLower(lower: Float64Array, n: number, right: Float64Array): Float64Array {
  const x = new Float64Array(n);
  for (let i = 0; i < n; i += 1) x[i] = (right[i]! - dot(lower, i * n, x, 0, i)) / lower[i * n + i]!;
  return x;
}

/** @returns the inverse of `L Lᵀ`, whole */
export function inverseOf(lower: Float64Array, n: number): Float64Array {
  // Row j holds column j of the inverse of L, so that all sums run along rows.
  const columns = new Float64Array(n * n);
  for (let j = 0; j < n; j += 1) {
    columns[j * n + j] = 1 / lower[j * n + j]!;
    for (let k = j + 1; k < n; k += 1)
      columns[j * n + k] = -dot(lower, k * n + j, columns, j * n + j, k - j) / lower[k * n + k]!;
  }
  const inverse = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const value = dot(columns, i * n + i, columns, j * n + i, n - i);
      inverse[i * n + j] = value;
      inverse[j * n + i] = value;
    }
  }
  return inverse;
}
