/** Messages as ShareGPT has them (`from`, `value`), and as its kin write them (`role`, `content`). */
import { isObject, type JsonObject } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import { callObject } from '../text-calls/call-object.ts';
import { PLAIN_SYNTAXES, type CallSyntax } from '../text-calls/index.ts';
import { openAiSteps } from './openai-messages.ts';
import { callRecords, derivedCalls, stepOf, type GivenCall } from './steps.ts';

export interface ShareGptOptions {
  /** Syntaxes of calls in the text of assistants. */
  readonly syntaxes?: readonly CallSyntax[];
  /** Key of a message that says who speaks, and key of what is said; by default those of ShareGPT and its kin. */
  readonly keys?: { readonly speaker: string; readonly text: string };
}

const SPEAKERS = ['from', 'role'];
const TEXTS = ['value', 'content'];
const CALLERS = new Set(['function_call', 'tool_call', 'tool_calls', 'function-call']);

/** One step for each message, in order; observations are not paired yet. */
export function shareGptSteps(messages: readonly unknown[], { syntaxes, keys }: ShareGptOptions = {}): UnpairedStep[] {
  return messages.flatMap((message) => {
    if (!isObject(message)) return openAiSteps([message]);
    const { speaker, text, rest } = partsOf(message, keys);
    if (CALLERS.has(String(speaker)) && typeof text === 'string') return [callStep(message, text, syntaxes)];
    return openAiSteps([{ ...rest, role: speaker, content: text }], { syntaxes: syntaxes ?? PLAIN_SYNTAXES }).map(
      (step) => (step.raw === null ? step : { ...step, raw: JSON.stringify(message) }),
    );
  });
}

function partsOf(
  message: JsonObject,
  keys: ShareGptOptions['keys'],
): { speaker: unknown; text: unknown; rest: JsonObject } {
  const speakerKey = keys?.speaker ?? SPEAKERS.find((key) => message[key] !== undefined) ?? 'from';
  const textKey = keys?.text ?? TEXTS.find((key) => message[key] !== undefined) ?? 'value';
  const { [speakerKey]: speaker, [textKey]: text, ...rest } = message;
  return { speaker, text, rest };
}

/** A message that is nothing but calls becomes them, and is kept in `raw`; one with words around them stays text. */
function callStep(message: JsonObject, text: string, syntaxes: readonly CallSyntax[] = []): UnpairedStep {
  const loss = typeof message['loss'] === 'boolean' ? message['loss'] : null;
  const calls = callsOf(text);
  if (calls !== null) return stepOf('assistant', { calls: callRecords(calls), loss, raw: text });
  const found = derivedCalls(text, [...PLAIN_SYNTAXES, ...syntaxes, 'code']);
  return stepOf('assistant', { content: text, loss, calls: found });
}

/**
 * @param text `{"name": …, "arguments": …}`, a list of such, or several one below the other; JSON or Python
 * @returns the calls, null where the text is anything else too
 */
export function callsOf(text: string): GivenCall[] | null {
  const calls: GivenCall[] = [];
  let between = '';
  let at = 0;
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
    const call = callObject(text, open);
    if (call === null) return null;
    between += text.slice(at, open);
    calls.push({ name: call.name, arguments: call.arguments, syntax: 'sharegpt' });
    at = call.end;
  }
  return calls.length > 0 && /^[\s,;[\]]*$/.test(between + text.slice(at)) ? calls : null;
}
