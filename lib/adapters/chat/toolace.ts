/** ToolACE. */
import { isObject, type JsonObject } from '../json-value.ts';
import { chatAdapter, fits } from './chat-adapter.ts';
import { toolsInPrompt } from './declared-tools.ts';
import { isSpoken, readShareGpt, saidBy } from './sharegpt.ts';

export const toolAce = chatAdapter({
  name: 'toolace',
  title: 'ToolACE',
  doc: 'The system prompt lists functions as JSON; the model answers with `[Name(a="x"), Other()]`, where names have spaces, and at times with `{Name:("a":1)}`. The user, assistant and tool speak under these names.',
  reference: 'ToolACE: Winning the Points of LLM Function Calling',
  expected: 'a list of messages in `conversations`',
  detect(sample) {
    if (!fits(sample, isRecord, declares)) return null;
    return { confidence: 0.85, reason: 'functions as JSON in `system`; user, assistant and tool speak' };
  },
  read(record) {
    const read = readShareGpt(record, { syntaxes: ['brackets'] });
    if (read === null || !isObject(record.value)) return null;
    const { system } = record.value;
    return { ...read, tools: read.tools ?? toolsInPrompt(typeof system === 'string' ? system : null) };
  },
});

function isRecord(value: JsonObject): boolean {
  return typeof value['system'] === 'string' && !('tools' in value) && isSpoken(value, 'from');
}

function declares(value: JsonObject): boolean {
  return saidBy(value, /^assistant$/).length > 0 && toolsInPrompt(String(value['system'])) !== null;
}
