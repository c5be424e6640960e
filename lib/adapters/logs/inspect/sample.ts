/** One sample of an Inspect log: a task that was tried once. */
import { restOf, type Conversation } from '../../chat/chat-adapter.ts';
import { partsText } from '../../chat/content.ts';
import { openAiSteps } from '../../chat/openai-messages.ts';
import { asJson, idOf } from '../../chat/steps.ts';
import type { ToolDeclaration } from '../../declarations.ts';
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../../json-value.ts';
import type { UnpairedStep } from '../../pairing.ts';
import { jsonSource, type JsonSource } from '../../text/json-source.ts';
import { toolDeclarations } from '../../tools/read-tools.ts';
import { boundedRest } from '../bounded-rest.ts';
import { resolved, withoutMedia } from './pointers.ts';
import { scoreOf } from './scores.ts';

/** Fields that columns hold, or that stay in the raw record: events repeat the messages many times. */
const HELD = [
  'input',
  'messages',
  'events',
  'transcript',
  'attachments',
  'message_pool',
  'call_pool',
  'output',
  'store',
];
const RUN_HELD = ['model', 'packages', 'revision', 'dataset', 'config', 'scorers', 'model_generate_config'];

/**
 * @param sample as a log has it
 * @param raw its JSON text
 * @param run `eval` of the log's header; empty where it is not known
 */
export function sampleConversation(sample: JsonObject, raw: string, run: JsonObject): Conversation {
  const texts = attachmentsOf(sample);
  const [key, messages] = messagesOf(sample);
  const source = jsonSource(raw);
  return {
    record_id: recordIdOf(sample, run),
    model: textOf(run['model']) ?? textOf(objectOf(sample['output'])['model']),
    ...scoreOf(sample),
    tools: toolsOf(sample, texts),
    metadata: metadataOf(sample, run),
    steps: messages.flatMap((message, at) =>
      stepsOfMessage(message, texts, (path, value) => source([key, at, ...path], value)),
    ),
  };
}

/** Older logs keep the texts beside the events. */
function attachmentsOf(sample: JsonObject): JsonObject {
  return { ...objectOf(objectOf(sample['transcript'])['content']), ...objectOf(sample['attachments']) };
}

/** The pool has every message that a model saw; it stands in where the sample has no messages of its own. */
function messagesOf(sample: JsonObject): [key: string, messages: readonly unknown[]] {
  const messages = arrayOf(sample['messages']);
  return messages.length > 0 ? ['messages', messages] : ['message_pool', arrayOf(sample['message_pool'])];
}

function stepsOfMessage(message: unknown, texts: JsonObject, source: JsonSource): UnpairedStep[] {
  const whole = resolved(message, texts);
  if (!isObject(whole)) return openAiSteps([whole]);
  const { content, attachments } = withoutMedia(whole['content']);
  const hasPointers = JSON.stringify(message).includes('attachment://');
  const options = {
    source: hasPointers ? asJson : ((([, ...path], value) => source(path, value)) satisfies JsonSource),
  };
  return openAiSteps([{ ...whole, content }], options).map((step) => ({
    ...step,
    parts: withError(step.parts, whole['error']),
    is_error: isObject(whole['error']),
    attachments,
    raw: null,
  }));
}

function withError(parts: string | null, error: unknown): string | null {
  if (!isObject(error)) return parts;
  return partsText([...(JSON.parse(parts ?? '[]') as unknown[]), { type: 'error', error }]);
}

/** Tools are declared to the model with each request: those of the first request that has any. */
function toolsOf(sample: JsonObject, texts: JsonObject): ToolDeclaration[] | null {
  const events = arrayOf(sample['events'] ?? objectOf(sample['transcript'])['events']);
  const request = events.find((event) => isObject(event) && event['event'] === 'model' && hasTools(event));
  if (request === undefined) return null;
  const tools = resolved(objectOf(request)['tools'], texts);
  return toolDeclarations(tools, JSON.stringify(tools));
}

function hasTools(event: JsonObject): boolean {
  return arrayOf(event['tools']).length > 0;
}

/** A task is evaluated again and again: the evaluation, the sample, the epoch. */
function recordIdOf(sample: JsonObject, run: JsonObject): string | null {
  const evaluation = textOf(run['eval_id']) ?? textOf(run['run_id']);
  const id = idOf(sample['id']);
  if (evaluation === null || id === null) return textOf(sample['uuid']);
  return `${evaluation}/${id}/${idOf(sample['epoch']) ?? '1'}`;
}

function metadataOf(sample: JsonObject, run: JsonObject): string | null {
  const log = restOf(run, RUN_HELD);
  return boundedRest({ ...sample, eval: log === null ? null : (JSON.parse(log) as unknown) }, HELD);
}
