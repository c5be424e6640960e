/** Nemotron post-training data. */
import { isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import { chatAdapter, fits, listIn, recordId, restOf, sourceOf } from './chat-adapter.ts';
import { toolsOf } from './declared-tools.ts';
import { openAiSteps } from './openai-messages.ts';
import { parsedIfJson, stepOf } from './steps.ts';

const HELD = ['messages', 'input', 'output', 'tools', 'uuid', 'id', 'generator', 'category'];
const MARKS = ['generator', 'reasoning', 'category', 'used_in_training'];

export const nemotron = chatAdapter({
  name: 'nemotron',
  title: 'Nemotron post-training',
  doc: 'Messages with `tool_calls` and `reasoning_content`, beside `uuid`, `license`, `generator` and `category`. Tools stand in `tools`, or in `metadata` as JSON in a string. Older sets have the prompt in `input` and the answer in `output`.',
  reference: 'NVIDIA, Nemotron and Llama-Nemotron post-training datasets',
  expected: 'a list of messages in `messages`, or in `input` with an `output`',
  detect(sample) {
    if (!fits(sample, isRecord)) return null;
    return {
      confidence: 0.8,
      reason: 'records have `license`, and `generator`, `category` or `reasoning` beside messages',
    };
  },
  read(record) {
    const { value, raw } = record;
    if (!isObject(value)) return null;
    const key = listIn(value, 'messages') === null ? 'input' : 'messages';
    const messages = listIn(value, key);
    if (messages === null) return null;
    const output = key === 'input' ? textOf(value['output']) : null;
    const metadata = parsedIfJson(value['metadata']);
    const declared = toolsOf(value, raw, 'tools') ?? toolsOf(objectOf(metadata), JSON.stringify(metadata), 'tools');
    return {
      record_id: recordId(value),
      model: textOf(value['generator']),
      domain: textOf(value['category']),
      tools: declared,
      metadata: restOf(value, HELD),
      steps: [
        ...openAiSteps(messages, sourceOf(record, value, key)),
        ...(output === null ? [] : [stepOf('assistant', { content: output })]),
      ],
    };
  },
});

function isRecord(value: JsonObject): boolean {
  const isPair = listIn(value, 'input') !== null && typeof value['output'] === 'string';
  return 'license' in value && MARKS.some((key) => key in value) && (isPair || listIn(value, 'messages') !== null);
}
