/** Records of the Agent Data Protocol. */
import { chatAdapter, fits, recordId } from '../chat/chat-adapter.ts';
import { contentFields, partsText } from '../chat/content.ts';
import { callRecords, stepOf, type GivenCall } from '../chat/steps.ts';
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import type { AttachedText } from '../records.ts';
import { jsonSource, type JsonSource } from '../text/json-source.ts';
import { toolDeclarations } from '../tools/read-tools.ts';
import { attachedImage } from './attached-image.ts';
import { boundedRest } from './bounded-rest.ts';
import { observedSteps } from './observed-steps.ts';
import { pageTexts } from './web-page.ts';

const CLASSES = /^(?:api_action|code_action|message_action|text_observation|web_observation|image_observation)$/;
const IMAGE = 'image_observation';

export const adp = chatAdapter({
  name: 'adp',
  title: 'Agent Data Protocol',
  doc: 'Actions and observations of the classes that the protocol standardises. There are no call ids: what is observed after an action answers it. HTML and accessibility trees are kept apart; values of `details` are strings.',
  reference: 'Agent Data Protocol, schema of standardized records',
  expected: '`content` with entries that have a `class_`',
  detect(sample) {
    if (!fits(sample, (value) => arrayOf(value['content']).some(isEntry))) return null;
    return { confidence: 0.97, reason: '`content` has entries with `class_`, such as text_observation' };
  },
  read({ value, raw }) {
    if (!isObject(value) || !Array.isArray(value['content'])) return null;
    const details = objectOf(value['details']);
    const source = jsonSource(raw);
    return {
      record_id: recordId(value),
      kind: 'rollout',
      model: textOf(details['model_name']) ?? textOf(details['model']),
      outcome: outcomeOf(details),
      tools: typeof details['tools'] === 'string' ? toolDeclarations(details['tools'], raw) : null,
      metadata: boundedRest({ ...value, ...details }, ['content', 'details', 'id', 'tools', 'model_name']),
      steps: observedSteps(
        arrayOf(value['content']).map((entry, at) =>
          momentOf(entry, (path, part) => source(['content', at, ...path], part)),
        ),
      ),
    };
  },
});

function isEntry(entry: unknown): boolean {
  return isObject(entry) && CLASSES.test(String(entry['class_']));
}

/** Values of `details` are text: "True". */
function outcomeOf({ resolved, exit_status }: JsonObject): string | null {
  if (/^(?:true|false)$/i.test(String(resolved))) return /^true$/i.test(String(resolved)) ? 'success' : 'failure';
  return textOf(exit_status);
}

function momentOf(entry: unknown, source: JsonSource): { acts: boolean; step: UnpairedStep } {
  const fields = objectOf(entry);
  const acts = String(fields['class_']).endsWith('action') || fields['source'] === 'agent';
  return { acts, step: acts ? actionStep(fields, source) : observationStep(entry, fields) };
}

function actionStep(fields: JsonObject, source: JsonSource): UnpairedStep {
  const { content, description } = fields;
  const calls = callOf(fields, source);
  if (calls.length > 0) return stepOf('assistant', { content: textOf(description), calls: callRecords(calls) });
  return stepOf('assistant', { ...contentFields(content), reasoning: textOf(description) });
}

function callOf(fields: JsonObject, source: JsonSource): GivenCall[] {
  const { class_, language, content, function: name, kwargs } = fields;
  if (class_ === 'code_action' && typeof content === 'string') {
    return [{ name: textOf(language) ?? 'code', arguments: content, syntax: 'code' }];
  }
  if (class_ !== 'api_action' || typeof name !== 'string') return [];
  return [{ name, arguments: isObject(kwargs) ? source(['kwargs'], kwargs) : null, syntax: 'adp' }];
}

function observationStep(entry: unknown, fields: JsonObject): UnpairedStep {
  switch (fields['class_']) {
    case 'web_observation':
      return pageStep(fields);
    case 'image_observation':
      return stepOf('user', imageFields(fields));
    case 'text_observation':
      return stepOf('user', { ...contentFields(fields['content']), agent: textOf(fields['name']) });
    default:
      return stepOf('user', { content: JSON.stringify(entry), note: 'an entry of a class that is not known' });
  }
}

function pageStep(fields: JsonObject): UnpairedStep {
  const { url, viewport_size, image_observation } = fields;
  const image = isObject(image_observation) ? imageFields(image_observation) : { parts: '[]', attachments: [] };
  const parts = [{ type: 'page', url, viewport_size }, ...(JSON.parse(image.parts) as unknown[])];
  return stepOf('user', { parts: partsText(parts), attachments: [...pageTexts(fields), ...image.attachments] });
}

/** The content of an image is its URL, its path, or itself. */
function imageFields({ content, annotations }: JsonObject): { parts: string; attachments: readonly AttachedText[] } {
  const image = attachedImage(IMAGE, content);
  const place = image === null ? { image_url: { url: content } } : { attachment: IMAGE };
  const part = { type: 'image_url', ...place, ...(arrayOf(annotations).length > 0 ? { annotations } : {}) };
  return { parts: JSON.stringify([part]), attachments: image === null ? [] : [image] };
}
