/** What a law of data mixing is, to the code that fits, resamples, draws and optimises it. */
import type { LawFacts } from './facts.ts';

/** Rows to fit: several may belong to one run, which is then resampled as a whole. */
export interface Sample {
  /** Rows x inputs of the law. */
  readonly x: readonly Float64Array[];
  readonly y: Float64Array;
  /** How much each row counts: how often it was drawn, over its variance where rows measure different things. */
  readonly weight: Float64Array;
  /** Number of the run that a row belongs to, ascending. */
  readonly run: Int32Array;
}

export interface Parameter {
  /** As in the formula, e.g. `alpha`, `t code`. */
  readonly name: string;
  readonly value: number;
  /** Whether a refit of resampled runs chooses it again, so that its spread says something. */
  readonly isRefitted: boolean;
}

export interface Fitted {
  readonly parameters: readonly Parameter[];
  /** Where the next fit of nearly the same rows begins. */
  readonly start: readonly number[];
  /** @returns the expected value at the inputs of one row */
  predict(x: Float64Array): number;
  /** A faster fit of rows of the same sample, reweighted; where there is none, `fit` begins at `start`. */
  readonly refit?: (sample: Sample) => Fitted;
}

export interface Law extends LawFacts {
  /** @param domains number of domains; @returns free parameters: fewer runs than one more cannot be judged */
  parameterCount(domains: number): number;
  /**
   * @param sample rows with a weight above zero
   * @param domains labels of the inputs, where they are weights
   * @param previous start of a fit of nearly the same rows, which saves the search for one; null for the first fit
   * @param onProgress told the part that is done, 0 to 1, where the fit is long
   * @throws Error where the rows do not determine the law, in words
   */
  fit(
    sample: Sample,
    domains: readonly string[],
    previous: readonly number[] | null,
    onProgress?: (part: number) => void,
  ): Fitted;
}
