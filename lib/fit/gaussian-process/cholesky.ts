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

/**
 * Puts the lower triangle L of `L Lᵀ = matrix` in its place; what is above the diagonal stays as it was.
 * @param matrix n x n, symmetric
 * @returns whether it is positive definite; where not, the matrix is of no use any more
 */
export function decompose(matrix: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const rest = matrix[i * n + j]! - dot(matrix, i * n, matrix, j * n, j);
      if (i !== j) matrix[i * n + j] = rest / matrix[j * n + j]!;
      else if (rest > 0) matrix[i * n + i] = Math.sqrt(rest);
      else return false;
    }
  }
  return true;
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
