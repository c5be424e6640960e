/** Requests and conversations in Anthropic's form. */
import { isObject, type JsonObject } from '../json-value.ts';
import { anthropicSteps } from './anthropic-blocks.ts';
import { chatAdapter, fits, listIn, modelOf, recordId, restOf, sourceOf } from './chat-adapter.ts';
import { contentFields } from './content.ts';
import { toolsOf } from './declared-tools.ts';
import { stepOf } from './steps.ts';

const HELD = ['messages', 'system', 'tools', 'id', 'model'];
const BLOCKS = /^(?:thinking|redacted_thinking|.*tool_use|.*tool_result)$/;

export const anthropicMessages = chatAdapter({
  name: 'anthropic-messages',
  title: 'Anthropic messages',
  doc: 'Messages of typed blocks: text, thinking, tool_use, tool_result, image. Results travel in messages of the user and become steps of their own; signatures of thoughts are kept in `parts`.',
  reference: 'Anthropic API reference, Messages',
  expected: 'a list of messages in `messages`',
  detect(sample) {
    if (!fits(sample, (value) => listIn(value, 'messages') !== null, hasBlocks)) return null;
    return { confidence: 0.8, reason: 'messages hold blocks such as `tool_use`, `tool_result` or `thinking`' };
  },
  read(record) {
    const { value, raw } = record;
    if (!isObject(value)) return null;
    const messages = listIn(value, 'messages');
    if (messages === null) return null;
    const system = value['system'] ?? null;
    const prompt = system === null ? [] : [stepOf('system', contentFields(system))];
    return {
      record_id: recordId(value),
      model: modelOf(value),
      tools: toolsOf(value, raw, 'tools'),
      metadata: restOf(value, HELD),
      steps: [...prompt, ...anthropicSteps(messages, sourceOf(record, value, 'messages'))],
    };
  },
});

function hasBlocks(value: JsonObject): boolean {
  return (listIn(value, 'messages') ?? []).some((message) => {
    const content = isObject(message) ? message['content'] : null;
    if (!Array.isArray(content)) return false;
    return content.some(
      (block: unknown) => isObject(block) && BLOCKS.test(String(block['type'])) && !('value' in block),
    );
  });
}
