/**
 * The Agent Trajectory Interchange Format, version 1.7: observations stand inside of the step whose calls they answer.
 * Source: Harbor, ATIF specification.
 */
import { functionTools, type FunctionTool } from './declared-tools.ts';
import { argumentsObject, lineOfSteps, roleOf, type Step, type Whole } from './whole.ts';

interface AtifStep {
  readonly step_id: number;
  readonly timestamp?: string;
  readonly source: 'system' | 'user' | 'agent';
  readonly message: string;
  readonly reasoning_content?: string;
  readonly tool_calls?: readonly {
    readonly tool_call_id: string;
    readonly function_name: string;
    readonly arguments: Readonly<Record<string, unknown>>;
  }[];
  readonly observation?: {
    readonly results: readonly { readonly source_call_id?: string; readonly content: string }[];
  };
}

export interface AtifRecord {
  readonly schema_version: 'ATIF-v1.7';
  readonly session_id: string;
  readonly agent: {
    readonly name: string;
    readonly version: string;
    readonly model_name?: string;
    readonly tool_definitions?: readonly FunctionTool[];
  };
  readonly steps: readonly AtifStep[];
  readonly final_metrics: { readonly total_steps: number };
}

/** @param whole the trajectory; of branches, the path that led to the answer */
export function atifRecord(whole: Whole): AtifRecord {
  const { trajectory_id, source, model, n_steps } = whole.trajectory;
  const steps = lineOfSteps(whole);
  const tools = functionTools(whole);
  const places = new Set(steps.map(({ step }) => step));
  const answers = new Map<number, Step[]>();
  for (const step of steps.filter((one) => isInline(one, places))) {
    const at = step.call_step!;
    answers.set(at, [...(answers.get(at) ?? []), step]);
  }
  return {
    schema_version: 'ATIF-v1.7',
    session_id: trajectory_id,
    agent: {
      name: source,
      version: 'unknown',
      ...(model === null ? {} : { model_name: model }),
      ...(tools === null ? {} : { tool_definitions: tools }),
    },
    steps: steps
      .filter((step) => !isInline(step, places))
      .map((step, no) => atifStep(step, no + 1, answers.get(step.step) ?? [])),
    final_metrics: { total_steps: n_steps },
  };
}

/** An observation goes into the step of its call; one that answers none is a step of its own. */
function isInline(step: Step, places: ReadonlySet<number>): boolean {
  return roleOf(step) === 'tool' && step.call_step !== null && places.has(step.call_step);
}

const callId = (step: number, call: number): string => `call_${step}_${call}`;

function atifStep(step: Step, step_id: number, answers: readonly Step[]): AtifStep {
  const role = roleOf(step);
  return {
    step_id,
    ...(step.at === null ? {} : { timestamp: step.at }),
    source: role === 'user' || role === 'system' ? role : 'agent',
    message: role === 'tool' ? '' : (step.content ?? ''),
    ...(step.reasoning === null ? {} : { reasoning_content: step.reasoning }),
    ...(step.calls.length === 0
      ? {}
      : {
          tool_calls: step.calls.map((call) => ({
            tool_call_id: callId(step.step, call.call),
            function_name: call.tool_name,
            arguments: argumentsObject(call),
          })),
        }),
    ...(role === 'tool' ? { observation: { results: [{ content: step.content ?? '' }] } } : {}),
    ...(answers.length === 0
      ? {}
      : {
          observation: {
            results: answers.map(({ call_step, call, content }) => ({
              source_call_id: callId(call_step!, call ?? 0),
              content: content ?? '',
            })),
          },
        }),
  };
}
