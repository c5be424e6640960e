/** What an Inspect sample was scored. */
import { isObject, objectOf, textOf, type JsonObject } from '../../json-value.ts';

/** Values of Inspect's own scorers: correct, incorrect, partial, no answer. */
const GRADES: Readonly<Record<string, readonly [outcome: string, reward: number]>> = {
  C: ['success', 1],
  I: ['failure', 0],
  P: ['partial', 0.5],
  N: ['no answer', 0],
};

export interface Scored {
  readonly outcome: string | null;
  readonly reward: number | null;
}

/** @returns the first score of a sample; an error that ended it is its outcome */
export function scoreOf(sample: JsonObject): Scored {
  const first = Object.values(objectOf(sample['scores']))[0] ?? sample['score'];
  const value = isObject(first) ? first['value'] : first;
  const scored = valueOf(value);
  return isObject(sample['error']) ? { ...scored, outcome: 'error' } : scored;
}

function valueOf(value: unknown): Scored {
  if (typeof value === 'number') return { outcome: null, reward: value };
  if (typeof value === 'boolean') return { outcome: value ? 'success' : 'failure', reward: value ? 1 : 0 };
  const [outcome = textOf(value), reward = null] = GRADES[String(value)] ?? [];
  return { outcome, reward };
}
