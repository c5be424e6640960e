import { isObject } from '../adapters/json-value.ts';

/** How deep values are compared; what lies deeper is taken for equal. */
const MAX_DEPTH = 200;

/** @returns a text that two values share exactly where they are equal, whatever the order of their members */
export function canonical(value: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) return '…';
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one, depth + 1)).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const members = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key], depth + 1)}`);
  return `{${members.join(',')}}`;
}
