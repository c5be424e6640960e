/** Messages and ticks of tau2-bench. */
import { partsText } from '../chat/content.ts';
import { openAiSteps } from '../chat/openai-messages.ts';
import { idOf } from '../chat/steps.ts';
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import type { JsonSource } from '../text/json-source.ts';

const MEASURED = ['usage', 'cost', 'generation_time_seconds'];
const HEARD = [
  'audio_format',
  'audio_path',
  'audio_script_gold',
  'speech_effects',
  'utterance_ids',
  'turn_taking_action',
];

/** @param source text of the simulation */
export function stepsOfMessages(messages: readonly unknown[], source: JsonSource): UnpairedStep[] {
  return messages.flatMap((message, at) => {
    const within: JsonSource = (path, part) => source(['messages', at, ...path], part);
    // Answers to several calls may stand in one message.
    const several = objectOf(message)['tool_messages'];
    return Array.isArray(several) ? several.map((one) => stepOfMessage(one, within)) : [stepOfMessage(message, within)];
  });
}

function stepOfMessage(message: unknown, source: JsonSource): UnpairedStep {
  const value = objectOf(message);
  const [step] = openAiSteps([message], { syntaxes: [], source: ([, ...path], part) => source(path, part) });
  const measured = present(value, MEASURED);
  const heard = present(value, HEARD);
  return {
    ...step!,
    answers: step!.role === 'tool' ? (idOf(value['tool_call_id']) ?? idOf(value['id'])) : null,
    is_error: value['error'] === true,
    agent: value['requestor'] === 'user' ? 'user' : null,
    metrics: measured === null ? null : JSON.stringify(measured),
    parts: heard === null ? step!.parts : partsText([{ type: 'audio', ...heard }]),
    raw: null,
  };
}

function present(value: JsonObject, keys: readonly string[]): JsonObject | null {
  const found = keys.filter((key) => value[key] !== undefined && value[key] !== null);
  return found.length === 0 ? null : Object.fromEntries(found.map((key) => [key, value[key]]));
}

/** Who does what within a tick, in the order in which it is told. */
const CHANNELS = [
  { agent: 'agent', role: 'assistant', chunk: 'agent_chunk', calls: 'agent_tool_calls', results: 'agent_tool_results' },
  { agent: 'user', role: 'user', chunk: 'user_chunk', calls: 'user_tool_calls', results: 'user_tool_results' },
] as const;

/** Ticks in which a channel is silent make no step of it. */
export function stepsOfTicks(ticks: readonly unknown[], source: JsonSource): UnpairedStep[] {
  return ticks.flatMap((tick, at) => {
    const value = objectOf(tick);
    const { timestamp, tick_duration_seconds: seconds } = value;
    const shared = { at: textOf(timestamp), seconds: typeof seconds === 'number' ? seconds : null };
    return CHANNELS.flatMap((channel) =>
      channelSteps(value, channel, (path, part) => source(['ticks', at, ...path], part)).map((step) => ({
        ...step,
        ...shared,
        agent: channel.agent,
      })),
    );
  });
}

function channelSteps(tick: JsonObject, channel: (typeof CHANNELS)[number], source: JsonSource): UnpairedStep[] {
  const chunk = objectOf(tick[channel.chunk]);
  const tool_calls = arrayOf(tick[channel.calls]);
  const speaks = textOf(chunk['content']) !== null || tool_calls.length > 0 || arrayOf(chunk['tool_calls']).length > 0;
  const own = tool_calls.length > 0 ? { ...chunk, tool_calls } : chunk;
  const place = (path: Parameters<JsonSource>[0]) =>
    path[0] === 'tool_calls' && tool_calls.length > 0 ? [channel.calls, ...path.slice(1)] : [channel.chunk, ...path];
  const said = speaks ? [stepOfMessage({ ...own, role: channel.role }, (path, part) => source(place(path), part))] : [];
  const results = arrayOf(tick[channel.results]).filter(isObject);
  return [...said, ...results.map((result) => stepOfMessage({ ...result, role: 'tool' }, source))];
}
