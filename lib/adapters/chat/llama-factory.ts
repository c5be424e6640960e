/** LLaMA-Factory's own forms: Alpaca, preference pairs, typed content. */
import type { SourceRecord } from '../adapter.ts';
import { arrayOf, isObject, textOf, type JsonObject } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import { withAlternatives } from './alternatives.ts';
import { chatAdapter, fits, listIn, recordId, restOf, type Conversation } from './chat-adapter.ts';
import { toolsOf } from './declared-tools.ts';
import { readShareGpt } from './sharegpt.ts';
import { shareGptSteps } from './sharegpt-messages.ts';
import { stepOf } from './steps.ts';
import { isTyped, typedSteps } from './typed-content.ts';

const HELD = ['instruction', 'input', 'output', 'system', 'history', 'chosen', 'rejected', 'id'];

export const llamaFactory = chatAdapter({
  name: 'llama-factory',
  title: 'LLaMA-Factory',
  doc: 'Alpaca (`instruction`, `input`, `output`, `history`), pairs of a `chosen` and a `rejected` answer, which is kept as a branch, and messages of typed parts (`reasoning`, `tool_call`, `text`, each with a `value`). Its ShareGPT form is read as such.',
  reference: 'LLaMA-Factory, data/README and the v1 data format',
  expected: '`instruction` with `output`, or messages, or `chosen` and `rejected`',
  detect(sample) {
    const shapes = [
      [isTypedRecord, 0.8, 'messages hold parts of `type` and `value`'],
      [isPair, 0.7, 'records have `chosen` and `rejected` answers'],
      [isAlpaca, 0.5, 'records have `instruction` and `output`'],
    ] as const;
    const found = shapes.find(([test]) => fits(sample, test));
    return found === undefined ? null : { confidence: found[1], reason: found[2] };
  },
  read(record) {
    const { value } = record;
    if (!isObject(value)) return null;
    if (isTypedRecord(value)) return typedOf(record, value);
    const prompt = isAlpacaPrompt(value) ? alpacaPrompt(value) : (readShareGpt(record)?.steps ?? null);
    if (prompt === null) return null;
    const known = {
      record_id: recordId(value),
      metadata: restOf(value, [...HELD, 'conversations', 'tools', 'messages']),
    };
    const tools = toolsOf(value, record.raw, 'tools');
    if (isPair(value)) {
      const [chosen, rejected] = [answerOf(value['chosen']), answerOf(value['rejected'])];
      return {
        ...known,
        tools,
        kind: prompt.filter(({ role }) => role !== 'system').length > 1 ? 'dialogue' : 'single_turn',
        branches: true,
        steps: withAlternatives(prompt, chosen, rejected),
      };
    }
    const output = typeof value['output'] === 'string' ? answerOf(value['output']) : [];
    return { ...known, tools, steps: [...prompt, ...output] };
  },
});

function isTypedRecord(value: JsonObject): boolean {
  const messages = listIn(value, 'messages');
  return messages !== null && messages.length > 0 && messages.every(isTyped);
}

function isAnswer(answer: unknown): boolean {
  return typeof answer === 'string' || isObject(answer);
}

function isPair(value: JsonObject): boolean {
  return (
    isAnswer(value['chosen']) && isAnswer(value['rejected']) && (isAlpacaPrompt(value) || 'conversations' in value)
  );
}

function isAlpacaPrompt({ instruction }: JsonObject): boolean {
  return typeof instruction === 'string';
}

function isAlpaca(value: JsonObject): boolean {
  return isAlpacaPrompt(value) && typeof value['output'] === 'string';
}

function typedOf({ raw }: SourceRecord, value: JsonObject): Conversation {
  return {
    record_id: recordId(value),
    tools: toolsOf(value, raw, 'tools'),
    metadata: restOf(value, ['messages', 'tools', 'id']),
    steps: typedSteps(listIn(value, 'messages') ?? []),
  };
}

/** The instruction and its input are one turn, with a line break between them, as the trainer joins them. */
function alpacaPrompt({ system, history, instruction, input }: JsonObject): UnpairedStep[] {
  const before = arrayOf(history).flatMap((turn) => {
    const [question, answer] = arrayOf(turn);
    return [
      stepOf('user', { content: String(question ?? '') }),
      stepOf('assistant', { content: String(answer ?? '') }),
    ];
  });
  const given = textOf(input);
  const joined = given === null ? null : 'instruction and input, joined by a line break';
  const content = given === null ? String(instruction) : `${String(instruction)}\n${given}`;
  const prompt = textOf(system) === null ? [] : [stepOf('system', { content: String(system) })];
  return [...prompt, ...before, stepOf('user', { content, note: joined })];
}

function answerOf(answer: unknown): UnpairedStep[] {
  return shareGptSteps([isObject(answer) ? answer : { from: 'gpt', value: answer }]);
}
