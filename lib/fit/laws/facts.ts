/** What a page says of each law, without the code that fits it. */

/** What one row of the inputs is. `ratio`: the share of the chosen domains; `side`: 0 the first target, 1 the second. */
export type Inputs = 'weights' | 'ratio' | 'ratio-side';

export interface LawFacts {
  readonly name: string;
  readonly title: string;
  readonly formula: string;
  /** Where the law is published. */
  readonly source: string;
  readonly inputs: Inputs;
}

export const GAUSSIAN_PROCESS: LawFacts = {
  name: 'gaussian-process',
  title: 'Gaussian process on log weights',
  formula: 'L(w) ~ GP(0, σ²·exp(−½ Σⱼ (zⱼ−z′ⱼ)²/ℓⱼ²) + λ·z·z′),  zⱼ = ln(wⱼ+ε)',
  source: 'Rasmussen and Williams 2006; hyperparameters by leave-one-out cross-validation.',
  inputs: 'weights',
};

export const LINEAR: LawFacts = {
  name: 'linear',
  title: 'Linear regression (RegMix)',
  formula: 'L(w) = Σⱼ aⱼ wⱼ',
  source: 'RegMix, Liu et al. 2024, arXiv 2407.01492.',
  inputs: 'weights',
};

export const EXPONENTIAL: LawFacts = {
  name: 'exponential',
  title: 'Data mixing law (exponential)',
  formula: 'L(w) = c + k·exp(Σⱼ tⱼ wⱼ),  Σⱼ tⱼ = 0',
  source: 'Data Mixing Laws, Ye et al. 2024, arXiv 2403.16952.',
  inputs: 'weights',
};

export const POWER: LawFacts = {
  name: 'power',
  title: 'Power law of one share',
  formula: 'L(p) = a + b·p^α',
  source: 'Power law of a loss in the share of its domain.',
  inputs: 'ratio',
};

export const TWO_SIDED: LawFacts = {
  name: 'two-sided',
  title: 'Two-sided law: agent against general',
  formula: 'L₁(r) = c₁ + a·(r+ε)^−α,  L₂(r) = c₂ + b·(1−r+ε)^−β',
  source: 'Two opposing power laws of the agent ratio: the weighted sum of both has an optimum inside.',
  inputs: 'ratio-side',
};

export const LAW_FACTS: readonly LawFacts[] = [GAUSSIAN_PROCESS, LINEAR, EXPONENTIAL, POWER, TWO_SIDED];
