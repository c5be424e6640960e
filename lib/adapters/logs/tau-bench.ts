/** Runs of tau-bench. */
import { chatAdapter, fits, listIn, sourceOf } from '../chat/chat-adapter.ts';
import { openAiSteps } from '../chat/openai-messages.ts';
import { idOf } from '../chat/steps.ts';
import type { GoldCall } from '../declarations.ts';
import { arrayOf, isObject, objectOf, type JsonObject } from '../json-value.ts';
import { jsonSource } from '../text/json-source.ts';
import { fileStem } from '../file-stem.ts';
import { boundedRest } from './bounded-rest.ts';

const HELD = ['traj', 'task_id', 'reward'];

export const tauBench = chatAdapter({
  name: 'tau-bench',
  title: 'tau-bench runs',
  doc: 'OpenAI messages in `traj`, with the task, its expected actions and the reward. Tools are not declared; call ids are reused, so that a result answers the nearest call of its id.',
  reference: 'tau-bench: A Benchmark for Tool-Agent-User Interaction in Real-World Domains',
  expected: 'a list of messages in `traj`',
  detect(sample) {
    if (!fits(sample, (value) => listIn(value, 'traj') !== null && 'task_id' in value && 'reward' in value))
      return null;
    return { confidence: 0.97, reason: 'records have `traj`, `task_id` and `reward`' };
  },
  read(record, { path }) {
    const { value, raw } = record;
    const messages = isObject(value) ? listIn(value, 'traj') : null;
    if (!isObject(value) || messages === null) return null;
    const { file, model, domain } = namesOf(path);
    const reward = typeof value['reward'] === 'number' ? value['reward'] : null;
    return {
      record_id: [file, idOf(value['task_id']), idOf(value['trial'])].filter((part) => part !== null).join('/'),
      kind: 'rollout',
      domain,
      model,
      reward,
      outcome: reward === null ? null : reward >= 1 ? 'success' : 'failure',
      gold: goldOf(value, raw),
      metadata: boundedRest(value, HELD),
      steps: openAiSteps(messages, sourceOf(record, value, 'traj')).map((step) =>
        step.role === 'tool' ? { ...step, is_error: /^Error\b/.test(step.content ?? '') } : step,
      ),
    };
  },
});

/** Files are named after model and domain: `gpt-4o-airline.json`. */
function namesOf(path: string): { file: string; model: string | null; domain: string | null } {
  const file = fileStem(path);
  const [, model = null, domain = null] = /^(.+)-(airline|retail)$/.exec(file) ?? [];
  return { file, model, domain };
}

function goldOf(value: JsonObject, raw: string): GoldCall[] | null {
  const actions = objectOf(objectOf(value['info'])['task'])['actions'];
  if (!Array.isArray(actions)) return null;
  const source = jsonSource(raw);
  return arrayOf(actions).flatMap((action, at) => {
    const { name, kwargs } = objectOf(action);
    if (typeof name !== 'string') return [];
    const given = isObject(kwargs) ? source(['info', 'task', 'actions', at, 'kwargs'], kwargs) : null;
    return [{ turn: null, name, arguments: given, accepted: null }];
  });
}
