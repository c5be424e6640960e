/** Logs of agents at work: SWE-agent, OpenHands, tau-bench, ATIF, ADP, Inspect, Mind2Web, WebArena. */
import type { Adapter } from '../adapter.ts';
import { nebiusSweAgent } from './nebius-swe-agent.ts';
import { sweAgent } from './swe-agent.ts';

export const logAdapters: readonly Adapter[] = [sweAgent, nebiusSweAgent];
