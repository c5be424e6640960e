/** What ToolBench's server answers, and how its `Finish` function is called. */
import { isObject, textOf } from '../json-value.ts';
import type { StepRecord } from '../records.ts';

/** Codes of observations that are none of an error: a response, a final answer, a restart (ToolBench, rapidapi.py). */
const FINE = new Set(['0', '3', '4']);

/** The server wraps each response: `{"error": "", "response": …}`. The wrapper may be cut off behind it. */
const SAYS_ERROR = /^\s*\{\s*"error"\s*:\s*"(?!")/;

/**
 * @param text the observation, verbatim
 * @param code `observation_code`, where the source has one
 */
export function serverObservation(
  text: string | null,
  code: unknown,
): Pick<StepRecord, 'content' | 'status' | 'is_error' | 'truncated'> {
  const status = typeof code === 'number' || typeof code === 'string' ? String(code) : null;
  return {
    content: text,
    status,
    is_error: (status !== null && !FINE.has(status)) || (text !== null && SAYS_ERROR.test(text)),
    truncated: text !== null && isCut(text),
  };
}

/** The server cuts long observations, mostly at 1,024 characters, and appends three dots: what is left is not JSON. */
function isCut(text: string): boolean {
  if (!text.endsWith('...')) return false;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

/**
 * @param finalAnswer what `Finish` was called with: JSON text, now and then broken
 * @returns give_answer, give_up_and_restart or what else stands there; null where the text does not say
 */
export function returnType(finalAnswer: unknown): string | null {
  if (typeof finalAnswer !== 'string') return null;
  try {
    const value: unknown = JSON.parse(finalAnswer);
    return isObject(value) ? textOf(value['return_type']) : null;
  } catch {
    return /"return_type":\s*"([^"]+)"/.exec(finalAnswer)?.[1] ?? null;
  }
}
