/** Pairs of conversations of which one is preferred. */
import { isObject, textOf, type JsonObject } from '../json-value.ts';
import { withAlternatives } from './alternatives.ts';
import { chatAdapter, fits, listIn, modelOf, recordId, restOf } from './chat-adapter.ts';
import { toolsOf } from './declared-tools.ts';
import { shareGptSteps } from './sharegpt-messages.ts';
import { roleNamed, stepOf } from './steps.ts';

const HELD = ['prompt', 'chosen', 'rejected', 'tools', 'id', 'model'];

export const preference = chatAdapter({
  name: 'preference',
  title: 'Preference pairs',
  doc: '`chosen` and `rejected` as lists of messages, with the prompt beside them or at the beginning of both. The rejected answer is kept as a branch that leaves the answer path.',
  reference: 'TRL, dataset formats: preference, explicit and implicit prompt',
  expected: 'lists of messages in `chosen` and `rejected`',
  detect(sample) {
    if (!fits(sample, isPair)) return null;
    return { confidence: 0.8, reason: '`chosen` and `rejected` are lists of messages' };
  },
  read({ value, raw }) {
    if (!isObject(value) || !isPair(value)) return null;
    const { prompt, chosen, rejected } = sidesOf(value);
    const steps = shareGptSteps(prompt);
    const isSingle = steps.filter(({ role }) => role !== 'system').length <= 1;
    return {
      record_id: recordId(value),
      model: modelOf(value),
      kind: isSingle ? 'single_turn' : 'dialogue',
      tools: toolsOf(value, raw, 'tools'),
      // A prompt in words is the first message of both sides again.
      metadata: restOf(value, HELD),
      branches: true,
      steps: withAlternatives(
        steps.length > 0 ? steps : promptText(value),
        shareGptSteps(chosen),
        shareGptSteps(rejected),
      ),
    };
  },
});

function isPair(value: JsonObject): boolean {
  return isMessages(listIn(value, 'chosen')) && isMessages(listIn(value, 'rejected'));
}

function isMessages(list: readonly unknown[] | null): list is readonly JsonObject[] {
  if (list === null || list.length === 0) return false;
  return list.every((message) => isObject(message) && roleNamed(message['role'] ?? message['from']) !== null);
}

interface Sides {
  readonly prompt: readonly unknown[];
  readonly chosen: readonly unknown[];
  readonly rejected: readonly unknown[];
}

/** Messages that both sides begin with are the prompt, where it does not stand apart. */
function sidesOf(value: JsonObject): Sides {
  const [chosen, rejected] = [listIn(value, 'chosen') ?? [], listIn(value, 'rejected') ?? []];
  const prompt = listIn(value, 'prompt');
  if (isMessages(prompt)) return { prompt, chosen, rejected };
  const differs = chosen.findIndex((message, at) => JSON.stringify(message) !== JSON.stringify(rejected[at]));
  const shared = differs < 0 ? 0 : differs;
  return { prompt: chosen.slice(0, shared), chosen: chosen.slice(shared), rejected: rejected.slice(shared) };
}

function promptText(value: JsonObject): ReturnType<typeof shareGptSteps> {
  const prompt = textOf(value['prompt']);
  return prompt === null ? [] : [stepOf('user', { content: prompt })];
}
