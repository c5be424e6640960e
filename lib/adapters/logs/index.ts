/** Logs of agents at work: SWE-agent, OpenHands, tau-bench, ATIF, ADP, Inspect, Mind2Web, WebArena. */
import type { Adapter } from '../adapter.ts';

export const logAdapters: readonly Adapter[] = [];
