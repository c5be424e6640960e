/** ShareGPT, and how its kin are read. */
import type { SourceRecord } from '../adapter.ts';
import { isObject, textOf, type JsonObject } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import { chatAdapter, fits, listIn, modelOf, recordId, restOf, type Conversation } from './chat-adapter.ts';
import { toolsOf } from './declared-tools.ts';
import { environmentTurns } from './environment-turns.ts';
import { shareGptSteps, type ShareGptOptions } from './sharegpt-messages.ts';
import { stepOf } from './steps.ts';

const LISTS = ['conversations', 'conversation', 'messages', 'dialog', 'dialogue'];
const HELD = ['system', 'tools', 'functions', 'id', 'item_id', 'model', 'reward'];

/** OpenHands' formatter lets programs and pages speak as the human, under these headings. */
const OBSERVATION = /^(?:EXECUTION RESULT of|\[Current URL:)/;

export const shareGpt = chatAdapter({
  name: 'sharegpt',
  title: 'ShareGPT',
  doc: '`conversations` of `from` and `value`, or of `role` and `content`; human, gpt, system, and with tools function_call, observation and tool. `tools` is often JSON in a string; `loss` says what is trained on. A function_call that is nothing but JSON becomes a call; an observation without a call stays one.',
  reference: 'LLaMA-Factory, data/README; FastChat, training data',
  expected: 'a list of messages with `from` and `value` in `conversations`',
  detect(sample) {
    if (fits(sample, (value) => isSpoken(value, 'from'))) {
      return { confidence: 0.5, reason: 'records have `conversations` of `from` and `value`' };
    }
    if (!fits(sample, (value) => listIn(value, 'messages') === null && isSpoken(value, 'role'))) return null;
    return { confidence: 0.45, reason: 'records have `conversations` of `role` and `content`' };
  },
  read: (record) =>
    readShareGpt(record, {
      after: (steps) => environmentTurns(steps, (text) => OBSERVATION.test(text)),
    }),
});

/**
 * @param options syntaxes of calls in text, and what becomes of the steps, e.g. which turns are observations
 * @returns the conversation; null where the record has no list of messages
 */
export function readShareGpt(
  { value, raw }: SourceRecord,
  {
    after = (steps) => steps,
    ...options
  }: ShareGptOptions & { after?: (steps: UnpairedStep[]) => UnpairedStep[] } = {},
): Conversation | null {
  if (!isObject(value)) return null;
  const key = spokenKey(value);
  if (key === null) return null;
  const system = textOf(value['system']);
  const prompt = system === null ? [] : [stepOf('system', { content: system })];
  return {
    record_id: recordId(value),
    model: modelOf(value),
    reward: typeof value['reward'] === 'number' ? value['reward'] : null,
    tools: toolsOf(value, raw, 'tools', 'functions'),
    metadata: restOf(value, [...HELD, key]),
    steps: [...prompt, ...after(shareGptSteps(listIn(value, key) ?? [], options))],
  };
}

/** @returns the messages of a record; null where it has no list of such */
export function spokenIn(value: JsonObject): readonly unknown[] | null {
  const key = spokenKey(value);
  return key === null ? null : listIn(value, key);
}

/** The first field that is a list of messages, whatever else is in it. */
function spokenKey(value: JsonObject): string | null {
  return LISTS.find((name) => listIn(value, name)?.every(isObject) === true) ?? null;
}

/** @returns whether all messages of a record say who speaks under this key */
export function isSpoken(value: JsonObject, speaker: 'from' | 'role'): boolean {
  const messages = spokenIn(value) ?? [];
  return messages.length > 0 && messages.every((message) => isObject(message) && typeof message[speaker] === 'string');
}

/** @returns texts of all messages of a record whose speaker passes a test */
export function saidBy(value: JsonObject, speaker: RegExp): string[] {
  return (spokenIn(value) ?? []).filter(isObject).flatMap((message) => {
    const text = message['value'] ?? message['content'];
    return speaker.test(String(message['from'] ?? message['role'])) && typeof text === 'string' ? [text] : [];
  });
}
