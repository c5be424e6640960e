/** OpenHands runs of SWE-Gym and their kin. */
import { chatAdapter, fits, listIn, sourceOf } from '../chat/chat-adapter.ts';
import { toolsOf } from '../chat/declared-tools.ts';
import { openAiSteps } from '../chat/openai-messages.ts';
import { isObject, textOf, type JsonObject } from '../json-value.ts';
import { boundedRest } from './bounded-rest.ts';

const HELD = ['messages', 'tools', 'resolved', 'instance_id', 'run_id'];

export const sweGym = chatAdapter({
  name: 'swe-gym',
  title: 'SWE-Gym trajectories',
  doc: 'OpenAI messages and tools beside the issue that was worked on and the outcome of its tests. A tool may declare `parameters` as null; columns of Parquet leave nulls in schemas.',
  reference: 'Training Software Engineering Agents and Verifiers with SWE-Gym',
  expected: 'a list of messages in `messages`',
  detect(sample) {
    if (!fits(sample, isRun)) return null;
    return {
      confidence: 0.92,
      reason: 'records have `messages`, `instance_id`, `run_id` or `test_result`, and `resolved`',
    };
  },
  read(record) {
    const { value, raw } = record;
    const messages = isObject(value) ? listIn(value, 'messages') : null;
    if (!isObject(value) || messages === null) return null;
    return {
      record_id: idOf(value),
      kind: 'rollout',
      outcome: typeof value['resolved'] === 'boolean' ? (value['resolved'] ? 'success' : 'failure') : null,
      tools: toolsOf(value, raw, 'tools'),
      metadata: boundedRest(value, HELD),
      steps: openAiSteps(messages, sourceOf(record, value, 'messages')).map((step) => ({ ...step, agent: null })),
    };
  },
});

function isRun(value: JsonObject): boolean {
  const isOfRun = 'run_id' in value || 'test_result' in value;
  return listIn(value, 'messages') !== null && 'instance_id' in value && 'resolved' in value && isOfRun;
}

/** One issue is worked on in several runs. */
function idOf({ instance_id, run_id }: JsonObject): string | null {
  return [textOf(instance_id), textOf(run_id)].filter((id) => id !== null).join('/') || null;
}
