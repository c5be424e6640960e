/** Weights that are chosen by name. */
import type { Component } from '../corpus/index.ts';
import type { Plan } from './plan.ts';
import { tokensOf, type Stratum } from './strata.ts';

type Weights = Plan['weights'];

/** Documentation and trajectories are what makes a corpus one of agents. */
const GROUPS = {
  agent: ['documentation', 'trajectories'],
  code: ['code'],
  text: ['text'],
} as const satisfies Record<string, readonly Component[]>;

type Group = keyof typeof GROUPS;

/**
 * The share of agent data that the paper of Hephaestus reports as best for its own models and benchmarks (Zhuang et al.
 * 2025, arXiv 2502.06589, figure 3). Nothing says that it is best for another corpus.
 */
export const PAPER_AGENT_SHARE = 0.36;

/** Every token weighs the same. */
export const BY_TOKENS: Weights = {};

/** Agent : code : text as 1 : 1 : 1; what the corpus lacks is left out. */
export function equalGroups(strata: readonly Stratum[]): Weights {
  return groupWeights(strata, { agent: 1, code: 1, text: 1 });
}

/** Agent data as in the paper of Hephaestus; the rest in equal parts of code and text. */
export function paperGroups(strata: readonly Stratum[]): Weights {
  const rest = (1 - PAPER_AGENT_SHARE) / 2;
  return groupWeights(strata, { agent: PAPER_AGENT_SHARE, code: rest, text: rest });
}

/** A group's weight is shared among its components by their tokens. */
function groupWeights(strata: readonly Stratum[], weights: Readonly<Record<Group, number>>): Weights {
  const tokens = (component: Component) => tokensOf(strata.filter((stratum) => stratum.component === component));
  const entries = Object.entries(GROUPS).flatMap(([group, components]) => {
    const own = components.map((component) => ({ component, tokens: tokens(component) }));
    const sum = tokensOf(own);
    return own.flatMap((part) =>
      part.tokens === 0 ? [] : [[part.component, (weights[group as Group] * part.tokens) / sum] as const],
    );
  });
  const whole = entries.reduce((sum, [, weight]) => sum + weight, 0);
  return Object.fromEntries(entries.map(([component, weight]) => [component, weight / whole]));
}

/**
 * Sources by a power of their size, as multilingual models mix languages: w ∝ n^alpha, where 1 is by tokens and 0 the
 * same for all; alpha is 1/T of a temperature T. Source: Conneau and Lample 2019, arXiv 1901.07291, section 3.1.
 * @param alpha 0 to 1
 */
export function byTemperature(strata: readonly Stratum[], alpha: number): Weights {
  // Relative to the largest, so that no power overflows.
  const largest = Math.max(...strata.map(({ tokens }) => tokens), 1);
  const raw = strata.map(({ key, tokens }) => [key, tokens === 0 ? 0 : (tokens / largest) ** alpha] as const);
  const whole = raw.reduce((sum, [, weight]) => sum + weight, 0);
  return Object.fromEntries(raw.map(([key, weight]) => [key, whole === 0 ? 0 : weight / whole]));
}
