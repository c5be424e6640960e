/** plan.json: a plan as a file, which the planner writes and opens, and `forge sample` draws from. */
import * as v from 'valibot';
import { REMAINDERS, type Plan } from './plan.ts';

export const PLAN_FORMAT = 'forge-plan';
export const PLAN_VERSION = 1;

const weight = v.pipe(v.number(), v.minValue(0));
const weights = v.record(v.string(), weight);

const planSchema = v.object({
  format: v.literal(PLAN_FORMAT),
  version: v.literal(PLAN_VERSION),
  /** Name of the corpus that it was made for. */
  corpus: v.string(),
  /** Encoding by which the budget is counted. */
  tokenizer: v.string(),
  /** See Plan.weights. */
  weights,
  /** Tokens. */
  budget: v.pipe(v.number(), v.minValue(0)),
  max_epochs: weight,
  /** Maximum of epochs by stratum. */
  limits: weights,
  remainder: v.picklist(REMAINDERS),
  context: v.pipe(v.number(), v.integer(), v.minValue(2)),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

export interface PlanFile {
  readonly corpus: string;
  readonly tokenizer: string;
  readonly plan: Plan;
}

/** @returns the text of plan.json */
export function writePlanFile({ corpus, tokenizer, plan }: PlanFile): string {
  const { weights: own, budget, maxEpochs, limits, remainder, context, seed } = plan;
  const file: v.InferOutput<typeof planSchema> = {
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
  const parsed = v.safeParse(planSchema, value);
  if (!parsed.success) {
    const issues = parsed.issues.slice(0, 3);
    return { problem: issues.map((issue) => `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`).join('; ') };
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
  } = parsed.output;
  return { corpus, tokenizer, plan: { weights: own, budget, maxEpochs, limits, remainder, context, seed } };
}
