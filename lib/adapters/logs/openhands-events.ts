/** What single events of OpenHands say. */
import { partsText } from '../chat/content.ts';
import { argumentsText, asJson, callRecords, stepOf, type GivenCall } from '../chat/steps.ts';
import { arrayOf, isObject, objectOf, stringsOf, textOf, type JsonObject } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import type { AttachedText } from '../records.ts';
import type { JsonSource } from '../text/json-source.ts';
import { attachedImage } from './attached-image.ts';
import { shellCall } from './shell-call.ts';

/** Longer values beside an observation, such as the tree of a page, are kept apart. */
const LONG = 2_000;

export function isEvent(value: unknown): value is JsonObject {
  return isObject(value) && (typeof value['action'] === 'string' || typeof value['observation'] === 'string');
}

/** Events that tell of the framework's own state and of nothing that anybody said or did. */
export function isState({ action, observation }: JsonObject): boolean {
  return action === 'change_agent_state' || observation === 'agent_state_changed' || observation === 'null';
}

/** @param source text of the event */
export function stepOfEvent(event: JsonObject, source: JsonSource): UnpairedStep {
  const step = typeof event['observation'] === 'string' ? observationStep(event) : actionStep(event, source);
  return { ...step, at: textOf(event['timestamp']) };
}

function actionStep(event: JsonObject, source: JsonSource): UnpairedStep {
  const { action: name } = event;
  const { content, thought, image_urls } = objectOf(event['args']);
  if (name === 'message' || name === 'system') {
    const images = stringsOf(image_urls).map((url) => ({ type: 'image_url', image_url: { url } }));
    const role = name === 'system' ? 'system' : event['source'] === 'agent' ? 'assistant' : 'user';
    return stepOf(role, { content: textOf(content) ?? textOf(event['content']), parts: partsText(images) });
  }
  return stepOf(event['source'] === 'user' ? 'user' : 'assistant', {
    content: textOf(thought),
    calls: callRecords(givenCalls(event, source)),
    metrics: usageOf(event),
  });
}

/** The call as the model made it, where the event keeps the model's answer; else the action itself. */
function givenCalls(event: JsonObject, source: JsonSource): GivenCall[] {
  const { tool_call_id, function_name } = objectOf(event['tool_call_metadata']);
  const id = textOf(tool_call_id);
  const made = answered(event).find((call) => isObject(call) && call['id'] === id);
  const { name, arguments: given } = objectOf(objectOf(made)['function']);
  if (typeof name === 'string') return [{ id, name, arguments: argumentsText(given), syntax: 'openai' }];
  const { args, command, content } = event;
  if (!isObject(args)) return shellCall(textOf(command) ?? textOf(content) ?? '');
  return [
    {
      id,
      name: textOf(function_name) ?? String(event['action']),
      arguments: argsText(args, source),
      syntax: 'openhands',
    },
  ];
}

/** Calls of the answer that the model gave. */
function answered(event: JsonObject): readonly unknown[] {
  const choice = objectOf(arrayOf(responseOf(event)['choices'])[0]);
  return arrayOf(objectOf(choice['message'])['tool_calls']);
}

export function responseOf(event: JsonObject): JsonObject {
  return objectOf(objectOf(event['tool_call_metadata'])['model_response']);
}

/** Arguments without the thought, which is the text of the step. */
function argsText(args: JsonObject, source: JsonSource): string {
  const { thought, ...rest } = args;
  return textOf(thought) === null ? source(['args'], args) : asJson([], rest);
}

function usageOf(event: JsonObject): string | null {
  const usage = responseOf(event)['usage'];
  return isObject(usage) ? JSON.stringify({ usage }) : null;
}

function observationStep(event: JsonObject): UnpairedStep {
  const { content, success } = event;
  const extras = objectOf(event['extras']);
  const code = objectOf(extras['metadata'])['exit_code'] ?? extras['exit_code'];
  const { attachments, rest } = partedExtras(extras);
  return stepOf('tool', {
    content: typeof content === 'string' ? content : textOf(event['message']),
    status: typeof code === 'number' ? String(code) : null,
    is_error: event['observation'] === 'error' || success === false,
    parts: Object.keys(rest).length === 0 ? null : partsText([{ type: 'extras', ...rest }]),
    attachments,
  });
}

function partedExtras(extras: JsonObject): { attachments: AttachedText[]; rest: JsonObject } {
  const attachments: AttachedText[] = [];
  const rest = Object.entries(extras).filter(([name, value]) => {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
    if (text.length <= LONG) return true;
    const plain = {
      name,
      media_type: isObject(value) ? 'application/json' : 'text/plain',
      encoding: 'text',
      content: text,
    } as const;
    attachments.push(attachedImage(name, value) ?? plain);
    return false;
  });
  return { attachments, rest: Object.fromEntries(rest) };
}
