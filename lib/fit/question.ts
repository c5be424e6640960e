/** What is asked of a fit, and what it answers; both cross from the page to the worker and back. */
import type { Runs } from './table/runs.ts';

export interface FitQuestion {
  /** Name of a law. */
  readonly law: string;
  /** Column of the loss or score that is fitted. */
  readonly target: string;
  /** Column of the opposing loss, for the two-sided law. */
  readonly opposing: string | null;
  /** How much the first loss counts in the sum of both, 0 to 1. */
  readonly trade: number;
  /** Domains whose summed weight is the ratio: the agent data. */
  readonly group: readonly string[];
  /** Least and most weight of a domain in the best mixture; what is not said is what the runs have. */
  readonly bounds: Readonly<Record<string, readonly [number, number]>>;
  readonly bootstraps: number;
  readonly seed: number;
}

/** A value with the middle 95 % of its bootstrap; null where nothing was refitted. */
export interface Estimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface NamedEstimate extends Estimate {
  readonly name: string;
}

export interface FitPoint {
  /** Where the run stands in its file. */
  readonly position: string;
  /** 0 the first target, 1 the opposing one. */
  readonly side: number;
  readonly observed: number;
  /** By the fit of all runs. */
  readonly predicted: number;
  /** By the fit of the folds that do not have the run. */
  readonly heldOut: number;
}

export interface CurvePoint extends Estimate {
  /** Share of the chosen domains. */
  readonly ratio: number;
}

export interface Optimum extends Estimate {
  /** The loss or score there. */
  readonly expected: number;
  /** Shares that the runs have: nothing is claimed beyond. */
  readonly seen: readonly [number, number];
  /** Whether the curve still improves where the runs end. */
  readonly isAtEdge: boolean;
}

export interface BestMixture {
  readonly weights: readonly (NamedEstimate & { readonly seen: readonly [number, number] })[];
  readonly expected: Estimate;
  /** Why it is not to be trusted, in words. */
  readonly warnings: readonly string[];
}

export interface FitAnswer {
  readonly runs: number;
  readonly parameters: readonly NamedEstimate[];
  readonly points: readonly FitPoint[];
  /** Spearman's, of held-out predictions, for each side. */
  readonly correlations: readonly number[];
  /** Root of the mean squared residual of held-out predictions, in units of the target, for each side. */
  readonly errors: readonly number[];
  readonly curve: readonly CurvePoint[];
  readonly optimum: Optimum | null;
  /** The optimum for each weight of the first loss; of the two-sided law only. */
  readonly optimumByTrade: readonly (Estimate & { readonly trade: number })[];
  readonly best: BestMixture | null;
  readonly notes: readonly string[];
}

export interface FitOrder {
  readonly question: FitQuestion;
  readonly runs: Runs;
}
