/** Spearman's rank correlation. */

/** @returns ranks from 1; equal values share the mean of theirs */
export function ranksOf(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i).toSorted((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to += 1;
    for (let i = from; i < to; i += 1) ranks[order[i]!] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

/** @returns -1 to 1; NaN where one of them has a single value */
export function rankCorrelation(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const [a, b] = [ranksOf(one), ranksOf(other)];
  const middle = (a.length + 1) / 2;
  let [both, first, second] = [0, 0, 0];
  for (let i = 0; i < a.length; i += 1) {
    both += (a[i]! - middle) * (b[i]! - middle);
    first += (a[i]! - middle) ** 2;
    second += (b[i]! - middle) ** 2;
  }
  return both / Math.sqrt(first * second);
}
