/** What is fitted where the URL does not say. */
import type { FitQuestion } from '@/lib/fit/question';
import type { Runs } from '@/lib/fit/table/runs';

export const BOOTSTRAPS = 200;
const SEED = 1;

/** Domains that are agent data by their names. */
export const AGENT = /agent|trajector|tool|function|action/i;

export interface FitPlace {
  readonly law: string;
  readonly target: string | null;
  readonly opposing: string | null;
  readonly group: readonly string[];
  readonly trade: number;
  readonly bounds: FitQuestion['bounds'];
}

/**
 * @param runs with at least one target
 * @returns the question that the place asks of these runs; what it does not say is chosen: the first loss, another one against it, the agent domains
 */
export function questionOf(place: FitPlace, { targets, domains }: Runs): FitQuestion {
  const target = targets.find(({ column }) => column === place.target) ?? targets[0]!;
  const others = targets.filter(({ column }) => column !== target.column);
  const opposing = others.find(({ column }) => column === place.opposing) ?? others[0] ?? null;
  const named = place.group.filter((domain) => domains.includes(domain));
  const agent = domains.filter((domain) => AGENT.test(domain));
  const own = domains.filter((domain) => domain === target.label);
  const guessed = [agent, own, domains.slice(0, 1)].find((list) => list.length > 0 && list.length < domains.length);
  return {
    law: place.law,
    target: target.column,
    opposing: opposing?.column ?? null,
    trade: place.trade,
    group: named.length > 0 ? named : (guessed ?? []),
    bounds: Object.fromEntries(Object.entries(place.bounds).filter(([domain]) => domains.includes(domain))),
    bootstraps: BOOTSTRAPS,
    seed: SEED,
  };
}

/** @returns what was measured, in words: `agent loss` */
export function measureName({ targets }: Runs, column: string | null): string {
  const target = targets.find((one) => one.column === column);
  if (target === undefined) return '';
  const kind = target.lowerIsBetter ? 'loss' : 'score';
  return /loss|score|acc|perplexity|ppl|reward|rate/i.test(target.label) ? target.label : `${target.label} ${kind}`;
}
