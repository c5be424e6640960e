/** The steps of a trajectory as a tree of chains: where it branches, which branch led to the answer. Pure. */
import type { StepRow } from './types';

/** Steps that follow one another without a fork. */
export interface Chain {
  /** Position of its first step in the trajectory, which names it. */
  readonly head: number;
  readonly steps: readonly StepRow[];
  /** Forks that were left for a side branch on the way here. */
  readonly depth: number;
  readonly parent: Chain | null;
  /** How it begins: where the trajectory does, at a fork, as an agent of its own, or after a side branch ended. */
  readonly start: 'root' | 'fork' | 'agent' | 'resume';
  readonly onAnswerPath: boolean;
  /** First steps of all branches of its fork, in order, its own among them; only its own where there is no fork. */
  readonly siblings: readonly number[];
}

export interface StepTree {
  /** In the order in which they are read: a chain, then what branches from its end. */
  readonly chains: readonly Chain[];
  readonly chainOf: (step: number) => Chain | undefined;
  /** Steps of a chain and of all that branches from it. */
  readonly stepsBelow: (chain: Chain) => number;
  readonly hasBranches: boolean;
}

interface Start {
  readonly step: StepRow;
  readonly parent: Chain | null;
  readonly depth: number;
  readonly start: Chain['start'];
  readonly siblings: readonly number[];
}

/**
 * A step without a parent continues the last step of its agent; the first of an agent was started by the step before
 * it, and its chain hangs there. A parent that does not exist or comes later counts as none: what is read may be wrong,
 * and must not loop.
 * @param steps in order
 */
export function stepTree(steps: readonly StepRow[]): StepTree {
  const { children, agents } = childrenOf(steps);
  const chains: Chain[] = [];
  const first = steps[0];
  const stack: Start[] =
    first === undefined ? [] : [{ step: first, parent: null, depth: 0, start: 'root', siblings: [first.step] }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const chain = walk(next, children, agents);
    chains.push(chain);
    stack.push(...startsAfter(chain, children, agents).toReversed());
  }
  return treeOf(chains);
}

type StepLists = ReadonlyMap<number, readonly StepRow[]>;

function childrenOf(steps: readonly StepRow[]): { readonly children: StepLists; readonly agents: StepLists } {
  const known = new Set<number>();
  const lastOf = new Map<string | null, number>();
  const children = new Map<number, StepRow[]>();
  const agents = new Map<number, StepRow[]>();
  let before: StepRow | null = null;
  for (const step of steps) {
    const given = step.parent_step !== null && known.has(step.parent_step) ? step.parent_step : null;
    const parent = given ?? lastOf.get(step.agent) ?? null;
    if (parent !== null) put(children, parent, step);
    else if (before !== null) put(agents, before.step, step);
    known.add(step.step);
    lastOf.set(step.agent, step.step);
    before = step;
  }
  return { children, agents };
}

function put(lists: Map<number, StepRow[]>, at: number, step: StepRow): void {
  const list = lists.get(at);
  if (list === undefined) lists.set(at, [step]);
  else list.push(step);
}

/** Follows the only child as long as there is one, and nothing hangs beside it. */
function walk({ step, ...rest }: Start, children: StepLists, agents: StepLists): Chain {
  const steps = [step];
  for (let last = step; ;) {
    const below = children.get(last.step) ?? [];
    if (below.length !== 1 || agents.has(last.step)) break;
    last = below[0]!;
    steps.push(last);
  }
  return { ...rest, head: step.step, steps, onAnswerPath: step.on_answer_path };
}

function startsAfter(chain: Chain, children: StepLists, agents: StepLists): Start[] {
  const last = chain.steps.at(-1)!.step;
  const below = children.get(last) ?? [];
  const siblings = below.map(({ step }) => step);
  const isFork = below.length > 1;
  const straight = isFork ? below.findLast(({ on_answer_path }) => on_answer_path && chain.onAnswerPath) : below[0];
  const started = (agents.get(last) ?? []).map((step): Start => ({
    step,
    parent: chain,
    depth: chain.depth + 1,
    start: 'agent',
    siblings: [step.step],
  }));
  const branches = below.map((step): Start => ({
    step,
    parent: chain,
    depth: step === straight ? chain.depth : chain.depth + 1,
    start: isFork ? 'fork' : 'resume',
    siblings: isFork ? siblings : [step.step],
  }));
  return [...started, ...branches];
}

function treeOf(chains: readonly Chain[]): StepTree {
  const below = new Map<Chain, number>();
  // Children come after their parents, so the last chains are counted first.
  for (const chain of chains.toReversed()) {
    const count = (below.get(chain) ?? 0) + chain.steps.length;
    below.set(chain, count);
    if (chain.parent !== null) below.set(chain.parent, (below.get(chain.parent) ?? 0) + count);
  }
  const byStep = new Map(chains.flatMap((chain) => chain.steps.map(({ step }) => [step, chain] as const)));
  return {
    chains,
    chainOf: (step) => byStep.get(step),
    stepsBelow: (chain) => below.get(chain) ?? chain.steps.length,
    hasBranches: chains.length > 1,
  };
}

/** @returns the nearest chain, this one or above it, that can be folded; null on the way to the answer */
export function foldable(chain: Chain | undefined): Chain | null {
  for (let at = chain ?? null; at !== null; at = at.parent) if (isFoldable(at)) return at;
  return null;
}

/** Branches can be folded that do not lead to the answer, and agents. */
export function isFoldable({ start, onAnswerPath, depth }: Chain): boolean {
  return start === 'agent' || (start === 'fork' && (!onAnswerPath || depth > 0));
}
