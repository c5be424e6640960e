/** ToolRL (rlla): turns of ToolACE, xLAM and Hammer, with a thought before each. */
import { isObject, objectOf, type JsonObject } from '../json-value.ts';
import { deriveCalls } from '../text-calls/index.ts';
import { chatAdapter, fits, listIn, restOf, type Conversation } from './chat-adapter.ts';
import { toolsInPrompt } from './declared-tools.ts';
import { derivedCalls, stepOf } from './steps.ts';
import { historySteps } from './toolrl-history.ts';

export const toolRl = chatAdapter({
  name: 'toolrl',
  title: 'ToolRL (rlla)',
  doc: 'One turn a record: the system prompt with its tools, the history of the dialogue in one text, and the answer, with `<think>`, `<tool_call>` and `<response>`. Thoughts mention the tags, so that calls are looked for after them. The form for reinforcement learning has the expected answer instead.',
  reference: 'ToolRL: Reward is All Tool Learning Needs',
  expected: '`instruction`, `input` and `output`, or `prompt` and `reward_model`',
  detect(sample) {
    if (fits(sample, isTurn)) return { confidence: 0.9, reason: 'a dialogue history, and an answer with `<think>`' };
    if (!fits(sample, isTask)) return null;
    return { confidence: 0.9, reason: '`data_source` is rlla, and `reward_model` has the expected answer' };
  },
  read({ value }) {
    if (!isObject(value)) return null;
    return typeof value['output'] === 'string' ? turnOf(value) : taskOf(value);
  },
});

function isTurn({ instruction, input, output }: JsonObject): boolean {
  const isText = [instruction, input, output].every((text) => typeof text === 'string');
  return isText && /Available Tools/.test(String(instruction)) && /<think>/.test(String(output));
}

function isTask({ prompt, reward_model: reward, data_source: from }: JsonObject): boolean {
  return from === 'rlla' && Array.isArray(prompt) && typeof objectOf(reward)['ground_truth'] === 'string';
}

function turnOf(value: JsonObject): Conversation | null {
  const { instruction, input, output } = value;
  if (typeof instruction !== 'string' || typeof output !== 'string') return null;
  return {
    tools: toolsInPrompt(instruction),
    metadata: restOf(value, ['instruction', 'input', 'output']),
    steps: [
      stepOf('system', { content: instruction }),
      ...(typeof input === 'string' && input !== '' ? historySteps(input) : []),
      stepOf('assistant', { content: output, calls: derivedCalls(output, ['xml']) }),
    ],
  };
}

function taskOf(value: JsonObject): Conversation | null {
  const prompt = (listIn(value, 'prompt') ?? []).filter(isObject);
  const expected = objectOf(value['reward_model'])['ground_truth'];
  if (prompt.length === 0 || typeof expected !== 'string') return null;
  const steps = prompt.flatMap(({ role, content }) => {
    if (typeof content !== 'string') return [];
    return role === 'system' ? [stepOf('system', { content })] : historySteps(content);
  });
  const gold = deriveCalls(expected, ['xml']).map(({ name, arguments: given }) => ({
    turn: null,
    name,
    arguments: given,
    accepted: null,
  }));
  return {
    kind: 'gold',
    tools: toolsInPrompt(steps.find(({ role }) => role === 'system')?.content ?? null),
    gold,
    metadata: restOf(value, ['prompt']),
    steps,
  };
}
