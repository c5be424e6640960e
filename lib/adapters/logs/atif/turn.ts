/** One step of an ATIF trajectory: what was said and called, and what was observed, all in one. */
import { contentFields, partsText } from '../../chat/content.ts';
import { callRecords, idOf, roleNamed, stepOf, type GivenCall } from '../../chat/steps.ts';
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../../json-value.ts';
import type { UnpairedStep } from '../../pairing.ts';
import type { JsonSource } from '../../text/json-source.ts';
import type { Turn } from '../turns.ts';

const COPIED = 'context that was copied from an earlier trajectory';

/** @param source text of the step */
export function turnOf(step: JsonObject, source: JsonSource): Turn {
  const isCopied = step['is_copied_context'] === true;
  const shared = { at: textOf(step['timestamp']), loss: isCopied ? false : null, note: isCopied ? COPIED : null };
  const calls = callsOf(step, source);
  const fields = contentFields(step['message']);
  const said = stepOf(roleNamed(step['source']) ?? 'user', {
    ...fields,
    reasoning: textOf(step['reasoning_content']) ?? fields.reasoning,
    calls: callRecords(calls),
    metrics: isObject(step['metrics']) ? source(['metrics'], step['metrics']) : null,
    parts: withExtra(fields.parts, extraOf(step)),
    ...shared,
  });
  const results = arrayOf(objectOf(step['observation'])['results']).filter(isObject);
  return {
    step: said,
    observations: results.map((result, at) => ({
      call: callAnswered(result, at, calls, results.length),
      step: { ...resultStep(result, calls.length > 0), ...shared },
    })),
  };
}

/** What the columns do not hold of a step: the model where it differs from the agent's, and the like. */
function extraOf({ extra, model_name, reasoning_effort, llm_call_count, tool_calls }: JsonObject): JsonObject {
  const extras = arrayOf(tool_calls).map((call) => objectOf(call)['extra']);
  const ofCalls = extras.some((one) => one !== undefined) ? extras : undefined;
  return present({ extra, model_name, reasoning_effort, llm_call_count, tool_calls: ofCalls });
}

function present(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
}

function withExtra(parts: string | null, extra: JsonObject): string | null {
  if (Object.keys(extra).length === 0) return parts;
  return partsText([...(JSON.parse(parts ?? '[]') as unknown[]), { type: 'extra', ...extra }]);
}

function callsOf(step: JsonObject, source: JsonSource): GivenCall[] {
  const given = arrayOf(step['tool_calls']).flatMap((call, at) => {
    const { tool_call_id, function_name, arguments: args } = objectOf(call);
    if (typeof function_name !== 'string') return [];
    const text =
      typeof args === 'string' ? args : isObject(args) ? source(['tool_calls', at, 'arguments'], args) : null;
    return [{ id: idOf(tool_call_id), name: function_name, arguments: text, syntax: 'atif' }];
  });
  return given.length > 0 || step['source'] !== 'agent' ? given : terminalCalls(step['message']);
}

/** Terminus writes its keystrokes as JSON in its message: all of them are one call, which one screen answers. */
function terminalCalls(message: unknown): GivenCall[] {
  const commands = typeof message === 'string' && message.includes('"keystrokes"') ? commandsIn(message) : [];
  if (commands.length === 0) return [];
  return [{ name: 'commands', arguments: JSON.stringify(commands), syntax: 'shell', derived: true }];
}

function commandsIn(message: string): readonly unknown[] {
  try {
    return arrayOf(objectOf(JSON.parse(message))['commands']);
  } catch {
    return [];
  }
}

/** Ids repeat from step to step, so they count within their step; without one, order and number decide. */
function callAnswered(result: JsonObject, at: number, calls: readonly GivenCall[], results: number): number | null {
  const id = idOf(result['source_call_id']);
  if (id !== null) {
    const found = calls.findIndex((call) => call.id === id);
    return found < 0 ? null : found;
  }
  if (calls.length === 1) return 0;
  return calls.length === results ? at : null;
}

/** What is observed without any call is told to the agent, as a user would. */
function resultStep(result: JsonObject, isAnswer: boolean): UnpairedStep {
  const { subagent_trajectory_ref, extra } = result;
  const fields = contentFields(result['content']);
  return stepOf(isAnswer || idOf(result['source_call_id']) !== null ? 'tool' : 'user', {
    ...fields,
    parts: withExtra(fields.parts, present({ subagent_trajectory_ref, extra })),
  });
}
