/** Runs of WebArena agents. */
import { chatAdapter, fits, listIn } from '../chat/chat-adapter.ts';
import { partsText } from '../chat/content.ts';
import { callRecords, idOf, stepOf } from '../chat/steps.ts';
import { isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import { jsonSource, type JsonSource } from '../text/json-source.ts';
import { boundedRest } from './bounded-rest.ts';
import { observedSteps } from './observed-steps.ts';
import { pageTexts } from './web-page.ts';

const HELD = ['trajectory', 'intent', 'task_id', 'source'];

export const webArena = chatAdapter({
  name: 'webarena',
  title: 'WebArena trajectories',
  doc: 'Pages and actions in turn: a page has `url`, `axtree` and the path of a screenshot, an action its fields, a score of them empty. Accessibility trees are kept apart.',
  reference: 'WebArena: A Realistic Web Environment for Building Autonomous Agents',
  expected: '`trajectory` with pages and actions',
  detect(sample) {
    const fitting = fits(sample, (value) =>
      (listIn(value, 'trajectory') ?? []).some((one) => isObject(one) && 'axtree' in one),
    );
    return fitting ? { confidence: 0.95, reason: '`trajectory` has pages with `axtree`, and actions' } : null;
  },
  read({ value, raw }, { path }) {
    const moments = isObject(value) ? listIn(value, 'trajectory') : null;
    if (!isObject(value) || moments === null) return null;
    const source = jsonSource(raw);
    const intent = stepOf('user', { content: textOf(value['intent']) });
    const steps = moments.map((moment, at) => momentOf(objectOf(moment), ['trajectory', at], source));
    return {
      record_id: idOf(value['task_id']) ?? path,
      kind: 'rollout',
      model: textOf(value['source']),
      metadata: boundedRest(value, HELD),
      steps: observedSteps([{ acts: false, step: intent }, ...steps]),
    };
  },
});

function momentOf(
  moment: JsonObject,
  path: Parameters<JsonSource>[0],
  source: JsonSource,
): { acts: boolean; step: UnpairedStep } {
  const { action, metadata, axtree: _axtree, html: _html, ...page } = moment;
  if (!isObject(action)) {
    const parts = partsText([{ type: 'page', ...page }]);
    return { acts: false, step: stepOf('user', { parts, attachments: pageTexts(moment) }) };
  }
  const name = textOf(action['action_name']) ?? textOf(action['action_type']) ?? 'action';
  const call = { name, arguments: source([...path, 'action'], action), syntax: 'gui' };
  const { cot, ...rest } = objectOf(metadata);
  const parts = Object.keys(rest).length === 0 ? null : partsText([{ type: 'metadata', ...rest }]);
  return { acts: true, step: stepOf('assistant', { content: textOf(cot), calls: callRecords([call]), parts }) };
}
