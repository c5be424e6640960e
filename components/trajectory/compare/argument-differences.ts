/** The arguments of two calls, side by side. Pure. */
import { parseJson } from '@/components/content/json';

export interface ArgumentPair {
  readonly name: string;
  /** Values as they are written; null where it is not given. */
  readonly a: string | null;
  readonly b: string | null;
  readonly differs: boolean;
}

/**
 * @param a arguments of one call, verbatim
 * @param b of the other
 * @returns the arguments by name, those of `a` first; null where either is no JSON object
 */
export function argumentPairs(a: string | null, b: string | null): ArgumentPair[] | null {
  const [left, right] = [valuesOf(a), valuesOf(b)];
  if (left === null || right === null) return null;
  return [...new Set([...left.keys(), ...right.keys()])].map((name) => {
    const [one, other] = [left.get(name) ?? null, right.get(name) ?? null];
    return { name, a: one, b: other, differs: squeezed(one) !== squeezed(other) };
  });
}

function valuesOf(text: string | null): Map<string, string> | null {
  if (text === null || text.trim() === '') return new Map();
  const parsed = parseJson(text);
  if (!('value' in parsed) || parsed.value.kind !== 'object') return null;
  return new Map(parsed.value.members.map(({ key, value }) => [key, value.text]));
}

/** Space between values says nothing; space within them does. */
function squeezed(value: string | null): string | null {
  return value === null ? null : value.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');
}
