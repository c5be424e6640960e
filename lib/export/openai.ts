/**
 * OpenAI chat messages with tools, as fine-tuning files hold them: `{messages, tools}`. Reasoning stands under
 * `reasoning_content`, as the providers that return it call it. Source: OpenAI API reference, chat completions.
 */
import { functionTools, type FunctionTool } from './declared-tools.ts';
import { argumentsText, lineOfSteps, roleOf, type Call, type Conversation, type SpokenStep } from './whole.ts';

interface ToolCall {
  readonly id: string;
  readonly type: 'function';
  readonly function: { readonly name: string; readonly arguments: string };
}

export interface OpenAiMessage {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly content: string | null;
  readonly reasoning_content?: string;
  readonly tool_calls?: readonly ToolCall[];
  readonly tool_call_id?: string;
}

export interface OpenAiRecord {
  readonly id: string;
  readonly messages: readonly OpenAiMessage[];
  readonly tools?: readonly FunctionTool[];
}

/**
 * Ids are those of the source where they are unique; an observation without a call answers `orphan-STEP`.
 * @param whole the trajectory; of branches, the path that led to the answer
 */
export function openAiRecord(whole: Conversation): OpenAiRecord {
  const steps = lineOfSteps(whole);
  const ids = callIds(steps);
  const tools = functionTools(whole);
  return {
    id: whole.trajectory.trajectory_id,
    messages: steps.map((step) => messageOf(step, ids)),
    ...(tools === null ? {} : { tools }),
  };
}

type CallIds = (step: number, call: number) => string | undefined;

/** A source may use one id for several calls, or none at all. */
function callIds(steps: readonly SpokenStep[]): CallIds {
  const all = steps.flatMap((step) => step.calls.map((call) => ({ step: step.step, call })));
  const times = new Map<string, number>();
  for (const { call } of all) {
    if (call.source_call_id !== null) times.set(call.source_call_id, (times.get(call.source_call_id) ?? 0) + 1);
  }
  const idOf = (step: number, { call, source_call_id: id }: Call): string =>
    id !== null && id !== '' && times.get(id) === 1 ? id : `call_${step}_${call}`;
  const ids = new Map(all.map(({ step, call }) => [`${step} ${call.call}`, idOf(step, call)]));
  return (step, call) => ids.get(`${step} ${call}`);
}

function messageOf(step: SpokenStep, idOf: CallIds): OpenAiMessage {
  const role = roleOf(step);
  if (role === 'tool') {
    const id = step.call_step === null ? undefined : idOf(step.call_step, step.call ?? 0);
    return { role, content: step.content ?? '', tool_call_id: id ?? `orphan-${step.step}` };
  }
  return {
    role,
    content: step.content,
    ...(step.reasoning === null ? {} : { reasoning_content: step.reasoning }),
    ...(step.calls.length === 0
      ? {}
      : {
          tool_calls: step.calls.map((call) => ({
            id: idOf(step.step, call.call)!,
            type: 'function' as const,
            function: { name: call.tool_name, arguments: argumentsText(call) },
          })),
        }),
  };
}
