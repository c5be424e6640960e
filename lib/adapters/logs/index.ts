/** Logs of agents at work: SWE-agent, OpenHands, tau-bench, ATIF, ADP, Inspect, Mind2Web, WebArena. */
import type { Adapter } from '../adapter.ts';
import { adp } from './adp.ts';
import { atif } from './atif/index.ts';
import { claudeCode } from './claude-code.ts';
import { inspectAi } from './inspect/index.ts';
import { mind2Web } from './mind2web.ts';
import { nebiusSweAgent } from './nebius-swe-agent.ts';
import { openHands } from './openhands.ts';
import { sweAgentTools } from './swe-agent-tools.ts';
import { sweAgent } from './swe-agent.ts';
import { sweGym } from './swe-gym.ts';
import { tau2Bench } from './tau2-bench.ts';
import { tauBench } from './tau-bench.ts';
import { webArena } from './web-arena.ts';

export const logAdapters: readonly Adapter[] = [
  adp,
  atif,
  claudeCode,
  inspectAi,
  mind2Web,
  nebiusSweAgent,
  sweAgent,
  sweAgentTools,
  openHands,
  sweGym,
  tauBench,
  tau2Bench,
  webArena,
];
