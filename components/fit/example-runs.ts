/** Invented runs, to show what a table looks like: two opposing losses of an invented law, with noise. Nothing was trained. */
import { normal, uniform } from '@/lib/stats/random';

const RUNS = 28;
const NOISE = 0.004;

/** @returns CSV with three weights and two losses */
export function exampleRuns(): string {
  const random = uniform(36);
  const rows = Array.from({ length: RUNS }, (_, run) => {
    const agent = Math.round(1000 * (0.03 + (0.92 * run) / (RUNS - 1))) / 1000;
    const code = Math.round(1000 * (1 - agent) * (0.25 + 0.5 * random())) / 1000;
    const text = 1 - agent - code;
    const agentLoss = 1.2 + 0.42 * (agent + 0.05) ** -0.45 - 0.06 * code + NOISE * normal(random);
    const generalLoss = 1.9 + 0.3 * (1.05 - agent) ** -0.6 - 0.03 * text + NOISE * normal(random);
    return [
      `synthetic-${run + 1}`,
      agent.toFixed(3),
      code.toFixed(3),
      text.toFixed(3),
      agentLoss.toFixed(4),
      generalLoss.toFixed(4),
    ];
  });
  return [['run', 'agent', 'code', 'text', 'agent_loss', 'general_loss'], ...rows]
    .map((cells) => cells.join(','))
    .join('\n');
}
