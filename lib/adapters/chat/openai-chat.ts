/** Conversations in OpenAI's form. */
import { isObject, type JsonObject } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import { chatAdapter, fits, listIn, modelOf, recordId, restOf, sourceOf } from './chat-adapter.ts';
import { toolsOf } from './declared-tools.ts';
import { openAiSteps } from './openai-messages.ts';
import { roleNamed, stepOf } from './steps.ts';

const HELD = ['messages', 'system', 'tools', 'functions', 'id', 'model'];

export const openAiChat = chatAdapter({
  name: 'openai-chat',
  title: 'OpenAI chat messages',
  doc: 'Messages with `tool_calls` or the older `function_call`, as fine-tuning files and most exports have them. Tools are declared in `tools` or `functions`. A record may be the list of messages itself, and each column may be JSON in a string.',
  reference: 'OpenAI API reference, chat completions and fine-tuning',
  expected: 'a list of messages with `role`, in `messages` or as the record itself',
  detect(sample) {
    const lists = sample.records.filter(
      ({ value }) => Array.isArray(value) && value.length > 0 && value.every(isMessage),
    );
    if (lists.length > 0 && lists.length >= 0.8 * sample.records.length) {
      return { confidence: 0.5, reason: 'each record is a list of messages with `role` and `content`' };
    }
    if (!fits(sample, hasMessages)) return null;
    const reason = 'records have `messages` with `role` and `content`';
    return fits(sample, hasMessages, hasTools)
      ? { confidence: 0.6, reason: `${reason}, and tools or calls` }
      : { confidence: 0.5, reason };
  },
  read(record) {
    const { value, raw } = record;
    if (Array.isArray(value)) {
      const messages: readonly unknown[] = value;
      return messages.some(isMessage) ? { steps: openAiSteps(messages) } : null;
    }
    if (!isObject(value)) return null;
    const messages = listIn(value, 'messages');
    if (messages === null || (messages.length > 0 && !messages.some(isMessage))) return null;
    return {
      record_id: recordId(value),
      model: modelOf(value),
      tools: toolsOf(value, raw, 'tools', 'functions'),
      metadata: restOf(value, HELD),
      steps: [...promptOf(value), ...openAiSteps(messages, sourceOf(record, value, 'messages'))],
    };
  },
});

/** Some keep the system prompt beside the messages. */
function promptOf({ system }: JsonObject): UnpairedStep[] {
  return typeof system === 'string' && system !== '' ? [stepOf('system', { content: system })] : [];
}

function isMessage(value: unknown): boolean {
  return isObject(value) && roleNamed(value['role']) !== null && !('value' in value);
}

function hasMessages(value: JsonObject): boolean {
  const messages = listIn(value, 'messages');
  return messages !== null && messages.length > 0 && messages.every(isMessage);
}

function isAboutTools(message: unknown): boolean {
  return isObject(message) && Boolean(message['tool_calls'] ?? message['function_call'] ?? message['tool_call_id']);
}

function hasTools(value: JsonObject): boolean {
  return Boolean(value['tools'] ?? value['functions']) || (listIn(value, 'messages') ?? []).some(isAboutTools);
}
