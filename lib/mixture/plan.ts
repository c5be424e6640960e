/** What a training run is to see of a corpus, and what that takes of each source. */
import { COMPONENTS } from '../corpus/index.ts';
import { spread } from './spread.ts';
import { tokensOf, type Stratum } from './strata.ts';

/**
 * What becomes of tokens that a source cannot give within its maximum of epochs. `leave`: the budget stays unfilled by
 * as much. `spread`: they come from the other sources of its component, in proportion to their weights; what the
 * component cannot hold comes from the other components, in proportion to theirs.
 */
export const REMAINDERS = ['leave', 'spread'] as const;
export type Remainder = (typeof REMAINDERS)[number];

export interface Plan {
  /**
   * Target weights by component (`code`) or stratum (`npm-code/code`); only their proportions count. A component's
   * weight is shared by tokens among those of its strata that have no weight of their own; what is not named weighs
   * nothing. No weight at all means every token weighs the same.
   */
  readonly weights: Readonly<Record<string, number>>;
  /** Tokens to draw. */
  readonly budget: number;
  /** How often a token may be drawn, where `limits` does not say otherwise; fractions are allowed. */
  readonly maxEpochs: number;
  /** Maximum of epochs by stratum. */
  readonly limits: Readonly<Record<string, number>>;
  readonly remainder: Remainder;
  /** Tokens of a training sequence, to which documents are packed. */
  readonly context: number;
  /** Of the random part that an epoch which is not whole draws. */
  readonly seed: number;
}

/**
 * Up to four epochs, repeated tokens are worth nearly as much as new ones: Muennighoff et al. 2023, Scaling
 * Data-Constrained Language Models, arXiv 2305.16264.
 */
export const DEFAULT_MAX_EPOCHS = 4;
export const DEFAULT_CONTEXT = 4_096;

export interface Allocation {
  readonly stratum: Stratum;
  /** Part of the whole that the plan asks for, 0 to 1. */
  readonly weight: number;
  /** Tokens that the weight asks for. */
  readonly wanted: number;
  /** Tokens that are drawn, repetitions included. */
  readonly drawn: number;
  /** Times that the stratum is drawn: 2.5 is every record twice and a random half a third time. */
  readonly epochs: number;
  readonly maxEpochs: number;
  /** The weight asks for more than the maximum of epochs gives. */
  readonly capped: boolean;
  /** Tokens that no epoch draws. */
  readonly unused: number;
}

export interface Mixture {
  readonly allocations: readonly Allocation[];
  /** Tokens of the budget. */
  readonly budget: number;
  readonly drawn: number;
  /** Tokens of the budget that nothing is left to draw for. */
  readonly unfilled: number;
  /** Tokens of the corpus that are never drawn. */
  readonly unused: number;
  /** Keys of weights and limits that name nothing in this corpus: they count for nothing. */
  readonly unknown: readonly string[];
}

/**
 * @param strata of the corpus, see strataOf
 * @param weights see Plan.weights
 * @returns the part of each stratum in order, 0 to 1; they sum to 1, or are all 0 where nothing with tokens has weight
 */
export function sharesOf(strata: readonly Stratum[], weights: Plan['weights']): readonly number[] {
  const raw = Object.keys(weights).length === 0 ? strata.map(({ tokens }) => tokens) : rawWeights(strata, weights);
  const sum = raw.reduce((so_far, weight) => so_far + weight, 0);
  return raw.map((weight) => (sum === 0 ? 0 : weight / sum));
}

function rawWeights(strata: readonly Stratum[], weights: Plan['weights']): number[] {
  const rest = new Map(
    COMPONENTS.map((component) => [
      component,
      tokensOf(strata.filter((stratum) => stratum.component === component && weights[stratum.key] === undefined)),
    ]),
  );
  return strata.map(({ key, component, tokens }) => {
    const own = weights[key];
    if (own !== undefined) return own;
    const others = rest.get(component) ?? 0;
    return others === 0 ? 0 : ((weights[component] ?? 0) * tokens) / others;
  });
}

/**
 * Works a plan out. The sum of what is drawn and unfilled is the budget; no stratum is drawn more often than its
 * maximum; one of weight 0 is not drawn.
 * @param strata of the corpus, see strataOf
 */
export function allocate(strata: readonly Stratum[], plan: Plan): Mixture {
  const shares = sharesOf(strata, plan.weights);
  const parts = strata.map((stratum, i) => {
    const maxEpochs = plan.limits[stratum.key] ?? plan.maxEpochs;
    return { stratum, weight: shares[i]!, maxEpochs, cap: maxEpochs * stratum.tokens };
  });
  const drawn = plan.remainder === 'leave' ? leave(parts, plan.budget) : spreadOut(parts, plan.budget);
  const allocations = parts.map(({ stratum, weight, maxEpochs, cap }, i): Allocation => {
    const tokens = drawn[i]!;
    const wanted = weight * plan.budget;
    const epochs = stratum.tokens === 0 ? 0 : tokens / stratum.tokens;
    const unused = Math.max(0, stratum.tokens - tokens);
    return { stratum, weight, wanted, drawn: tokens, epochs, maxEpochs, capped: isAbove(wanted, cap), unused };
  });
  const sum = (of: (allocation: Allocation) => number) => allocations.reduce((so_far, entry) => so_far + of(entry), 0);
  const total = sum((entry) => entry.drawn);
  const known = new Set<string>([...COMPONENTS, ...strata.map(({ key }) => key)]);
  return {
    allocations,
    budget: plan.budget,
    drawn: total,
    unfilled: Math.max(0, plan.budget - total),
    unused: sum((entry) => entry.unused),
    unknown: [...new Set([...Object.keys(plan.weights), ...Object.keys(plan.limits)])].filter((key) => !known.has(key)),
  };
}

interface Part {
  readonly stratum: Stratum;
  readonly weight: number;
  readonly cap: number;
}

function leave(parts: readonly Part[], budget: number): number[] {
  return parts.map(({ weight, cap }) => Math.min(weight * budget, cap));
}

/** First among components, so that their ratio is kept as far as it can be; then within each. */
function spreadOut(parts: readonly Part[], budget: number): number[] {
  const groups = COMPONENTS.map((component) => {
    const members = parts.filter((part) => part.stratum.component === component && part.weight > 0);
    const sum = (of: (part: Part) => number) => members.reduce((so_far, part) => so_far + of(part), 0);
    return { members, weight: sum((part) => part.weight), cap: sum((part) => part.cap) };
  });
  const drawn = new Map<Part, number>();
  for (const [i, tokens] of spread(budget, groups).entries()) {
    const { members } = groups[i]!;
    for (const [j, own] of spread(tokens, members).entries()) drawn.set(members[j]!, own);
  }
  return parts.map((part) => drawn.get(part) ?? 0);
}

/** Above by more than the error of a few divisions. */
function isAbove(a: number, b: number): boolean {
  return a > b * (1 + 1e-9);
}
