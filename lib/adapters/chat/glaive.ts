/** Glaive function calling, version 2. */
import { isObject, textOf } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import { chatAdapter, fits, recordId, restOf } from './chat-adapter.ts';
import { toolsInPrompt } from './declared-tools.ts';
import { derivedCalls, stepOf } from './steps.ts';

const TURN = /(?:^|\n)\s*(USER|ASSISTANT|FUNCTION RESPONSE|SYSTEM):[ \t]?/g;
const ROLES = { USER: 'user', ASSISTANT: 'assistant', 'FUNCTION RESPONSE': 'tool', SYSTEM: 'system' } as const;

export const glaive = chatAdapter({
  name: 'glaive',
  title: 'Glaive function calling v2',
  doc: 'A whole dialogue in one string, with USER:, ASSISTANT: and FUNCTION RESPONSE: before its turns. Calls follow `<functioncall>`, their arguments as JSON in single quotes within JSON. Tools are JSON objects within the system prompt.',
  reference: 'Glaive AI, glaive-function-calling-v2',
  expected: '`system` and `chat`, with USER: and ASSISTANT: before the turns',
  detect(sample) {
    if (
      !fits(sample, ({ chat, system }) => typeof system === 'string' && typeof chat === 'string' && /USER:/.test(chat))
    ) {
      return null;
    }
    return { confidence: 0.95, reason: '`chat` is one text of USER:, ASSISTANT: and FUNCTION RESPONSE:' };
  },
  read({ value }) {
    if (!isObject(value) || typeof value['chat'] !== 'string') return null;
    const system = textOf(value['system']);
    const prompt = system === null ? [] : [stepOf('system', { content: system.replace(/^\s*SYSTEM:[ \t]?/, '') })];
    const tools = toolsInPrompt(system);
    return {
      record_id: recordId(value),
      metadata: restOf(value, ['chat', 'system', 'id']),
      // The prompt of a record without functions says so in words, and that is an empty list.
      tools: tools ?? (system !== null && /no access to (?:any )?(?:external )?functions/i.test(system) ? [] : null),
      steps: [...prompt, ...turnsOf(value['chat'])],
    };
  },
});

/** Turns without the line breaks between them; the mark of their end stays, and is part of the text. */
function turnsOf(chat: string): UnpairedStep[] {
  const labels = [...chat.matchAll(TURN)];
  const before = chat.slice(0, labels[0]?.index ?? chat.length).trim();
  const stray = before === '' ? [] : [stepOf('user', { content: before, note: 'text before the first turn' })];
  return [
    ...stray,
    ...labels.map((label, at) => {
      const role = ROLES[label[1] as keyof typeof ROLES];
      const content = chat.slice(label.index + label[0].length, labels[at + 1]?.index ?? chat.length).trimEnd();
      return stepOf(role, { content, calls: role === 'assistant' ? derivedCalls(content, ['functioncall']) : [] });
    }),
  ];
}
