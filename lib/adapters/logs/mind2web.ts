/** Demonstrations of Mind2Web. */
import { chatAdapter, fits, listIn } from '../chat/chat-adapter.ts';
import { partsText } from '../chat/content.ts';
import { callRecords, stepOf } from '../chat/steps.ts';
import { arrayOf, isObject, objectOf, stringsOf, textOf, type JsonObject } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import type { AttachedText } from '../records.ts';
import { jsonSource, type JsonSource } from '../text/json-source.ts';
import { boundedRest } from './bounded-rest.ts';
import { observedSteps } from './observed-steps.ts';
import { pageTexts } from './web-page.ts';

const HELD = ['annotation_id', 'confirmed_task', 'domain', 'actions', 'action_reprs'];

export const mind2Web = chatAdapter({
  name: 'mind2web',
  title: 'Mind2Web',
  doc: 'What people did on web pages: before each action its page as `raw_html` and `cleaned_html`, megabytes of it, which are kept apart, as are the elements that were not meant. `attributes` of an element are JSON in a string.',
  reference: 'Mind2Web: Towards a Generalist Agent for the Web',
  expected: '`actions` with `operation`',
  detect(sample) {
    if (!fits(sample, (value) => 'confirmed_task' in value && listIn(value, 'actions') !== null)) return null;
    return { confidence: 0.97, reason: 'records have `confirmed_task` and `actions`' };
  },
  read({ value, raw }) {
    const actions = isObject(value) ? listIn(value, 'actions') : null;
    if (!isObject(value) || actions === null) return null;
    const source = jsonSource(raw);
    const said = stringsOf(value['action_reprs']);
    const task = stepOf('user', { content: textOf(value['confirmed_task']) });
    const moments = actions.flatMap((action, at) => [
      { acts: false, step: pageStep(objectOf(action)) },
      { acts: true, step: actionStep(objectOf(action), said[at] ?? null, ['actions', at], source) },
    ]);
    return {
      record_id: textOf(value['annotation_id']),
      kind: 'recorded',
      domain: textOf(value['domain']),
      metadata: boundedRest(value, HELD),
      steps: observedSteps([{ acts: false, step: task }, ...moments]),
    };
  },
});

function pageStep(action: JsonObject): UnpairedStep {
  return stepOf('user', { attachments: pageTexts(action) });
}

function actionStep(
  action: JsonObject,
  said: string | null,
  path: Parameters<JsonSource>[0],
  source: JsonSource,
): UnpairedStep {
  const { operation, action_uid, pos_candidates } = action;
  const name = textOf(objectOf(operation)['op']) ?? 'action';
  const call = {
    name,
    arguments: isObject(operation) ? source([...path, 'operation'], operation) : null,
    syntax: 'gui',
  };
  return stepOf('assistant', {
    content: said,
    calls: callRecords([call]),
    parts: partsText([{ type: 'target', action_uid, candidates: arrayOf(pos_candidates) }]),
    attachments: rivals(action['neg_candidates']),
    note: said === null ? null : 'the text is what `action_reprs` has of the action',
  });
}

/** Elements that were not meant: hundreds a page. */
function rivals(candidates: unknown): AttachedText[] {
  if (arrayOf(candidates).length === 0) return [];
  const content = JSON.stringify(candidates);
  return [{ name: 'neg_candidates', media_type: 'application/json', encoding: 'text', content }];
}
