/** What a trajectory contributes to the search index. */
import { plainText } from '../adapters/text/plain.ts';
import type { Row } from '../corpus/index.ts';
import { beginRecord, tellingTerms } from './term-numbers.ts';
import { weightedTerms, type FieldRule, type WeightedTerm } from './weighted-terms.ts';

/** Fields of a trajectory; `content` is what was said and thought after the task. */
export const TRAJECTORY_FIELDS = {
  task: { bit: 1, weight: 4, lengthNormalisation: 0.5, averageLength: 24 },
  content: { bit: 2, weight: 1, lengthNormalisation: 0.75, averageLength: 160 },
  calls: { bit: 4, weight: 2, lengthNormalisation: 0.5, averageLength: 40 },
  observations: { bit: 8, weight: 0.6, lengthNormalisation: 0.75, averageLength: 120 },
} as const satisfies Readonly<Record<string, FieldRule>>;

type Field = keyof typeof TRAJECTORY_FIELDS;

/** Terms kept of one trajectory: those of its task, then the heaviest of the rest. */
const MAX_TERMS = 128;

/**
 * How much of a field is indexed, in characters: the beginning. A trajectory may hold megabytes, and an index that held all
 * of it would be larger than the corpus.
 */
const INDEXED_CHARS: Readonly<Record<Field, number>> = {
  task: 1_200,
  content: 4_000,
  calls: 2_000,
  observations: 3_000,
};

type IndexedStep = Pick<Row<'steps'>, 'role' | 'content' | 'reasoning' | 'calls'>;

/**
 * @param steps in order
 * @returns the distinct terms of a trajectory, in order of their first occurrence
 */
export function trajectoryTerms(steps: readonly IndexedStep[]): WeightedTerm[] {
  beginRecord();
  const texts = fieldTexts(steps);
  const fields = Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [field, tellingTerms(text)]),
  ) as Record<Field, number[]>;
  return weightedTerms(fields, TRAJECTORY_FIELDS, { most: MAX_TERMS, always: TRAJECTORY_FIELDS.task.bit });
}

function fieldTexts(steps: readonly IndexedStep[]): Record<Field, string> {
  const texts: Record<Field, string> = { task: '', content: '', calls: '', observations: '' };
  const add = (field: Field, text: string | null): void => {
    const room = INDEXED_CHARS[field] - texts[field].length;
    if (text === null || room <= 0) return;
    texts[field] += `${texts[field] === '' ? '' : '\n'}${text.slice(0, room)}`;
  };
  const task = steps.findIndex(({ role }) => role === 'user');
  for (const [at, { role, content, reasoning, calls }] of steps.entries()) {
    if (at === task) add('task', content);
    else if (role === 'tool') add('observations', content);
    // A system prompt is much the same in every trajectory of a source: it tells nothing apart.
    else if (role !== 'system') add('content', content);
    add('content', reasoning);
    for (const { tool_name, arguments: given } of calls) {
      add('calls', tool_name);
      add('calls', given);
    }
  }
  return { ...texts, content: plainText(texts.content), observations: plainText(texts.observations) };
}
