/** plan.json: a plan as a file, which the planner writes and opens, and `forge sample` draws from. */
import * as z from 'zod/mini';
import { REMAINDERS, type Plan } from './plan.ts';

export const PLAN_FORMAT = 'forge-plan';
export const PLAN_VERSION = 1;

const weight = z.number().check(z.nonnegative());
const weights = z.record(z.string(), weight);

const planSchema = z.object({
  format: z.literal(PLAN_FORMAT),
  version: z.literal(PLAN_VERSION),
  /** Name of the corpus that it was made for. */
  corpus: z.string(),
  /** Encoding by which the budget is counted. */
  tokenizer: z.string(),
  /** See Plan.weights. */
  weights,
  /** Tokens. */
  budget: z.number().check(z.nonnegative()),
  max_epochs: weight,
  /** Maximum of epochs by stratum. */
  limits: weights,
  remainder: z.enum(REMAINDERS),
  context: z.int().check(z.gte(2)),
  seed: z.int().check(z.nonnegative()),
});

export interface PlanFile {
  readonly corpus: string;
  readonly tokenizer: string;
  readonly plan: Plan;
}

/** @returns the text of plan.json */
export function writePlanFile({ corpus, tokenizer, plan }: PlanFile): string {
  const { weights: own, budget, maxEpochs, limits, remainder, context, seed } = plan;
  const file: z.infer<typeof planSchema> = {
    format: PLAN_FORMAT,
    version: PLAN_VERSION,
    corpus,
    tokenizer,
    weights: { ...own },
    budget,
    max_epochs: maxEpochs,
    limits: { ...limits },
    remainder,
    context,
    seed,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * @param text of a file
 * @returns the plan, or in words what is wrong with the file
 */
export function readPlanFile(text: string): PlanFile | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `It is not valid JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const parsed = planSchema.safeParse(value);
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, 3);
    return { problem: issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`).join('; ') };
  }
  const {
    corpus,
    tokenizer,
    max_epochs: maxEpochs,
    weights: own,
    budget,
    limits,
    remainder,
    context,
    seed,
  } = parsed.data;
  return { corpus, tokenizer, plan: { weights: own, budget, maxEpochs, limits, remainder, context, seed } };
}
