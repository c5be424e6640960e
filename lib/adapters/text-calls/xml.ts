/** `<tool_call>{"name": …, "arguments": …}</tool_call>`, as Hermes, Qwen and ToolRL have it. */
import { callObject } from './call-object.ts';
import { written, type DerivedCall } from './derived-call.ts';

const PAIR = /<tool_call>((?:(?!<tool_call>)[\s\S])*?)<\/tool_call>/g;
const NAME = /["'](?:name|function)["']\s*:\s*["']([^"'\n]+)["']/;
const ARGUMENTS = /["'](?:arguments|parameters)["']\s*:\s*([\s\S]*)$/;

/**
 * Thoughts talk about the tags, so they are looked for after the last `</think>` only, and of two opening tags the one
 * next to the closing tag is meant. One pair may hold several objects, one below the other.
 */
export function xmlCalls(text: string): DerivedCall[] {
  const thought = text.lastIndexOf('</think>');
  // A thought that never ends has no calls after it.
  if (thought < 0 && text.includes('<think>')) return [];
  const calls: DerivedCall[] = [];
  PAIR.lastIndex = Math.max(0, thought);
  for (let pair = PAIR.exec(text); pair !== null; pair = PAIR.exec(text)) {
    const start = pair.index + '<tool_call>'.length;
    calls.push(...callsIn(text, start, start + pair[1]!.length));
  }
  return calls;
}

function callsIn(text: string, from: number, to: number): DerivedCall[] {
  const calls: DerivedCall[] = [];
  const body = text.slice(0, to);
  for (let at = body.indexOf('{', from); at >= 0;) {
    const call = callObject(body, at);
    if (call === null) return calls.length > 0 ? calls : malformed(text, from, to);
    calls.push({ name: call.name, arguments: call.arguments, syntax: 'xml', start: at, end: call.end });
    at = body.indexOf('{', call.end);
  }
  return calls;
}

/** A call that names its tool but cannot be parsed is a call all the same: it is the audit's to say what is wrong. */
function malformed(text: string, from: number, to: number): DerivedCall[] {
  const body = text.slice(from, to);
  const name = NAME.exec(body)?.[1];
  if (name === undefined) return [];
  const rest = ARGUMENTS.exec(body)?.[1]?.trimEnd().replace(/\}$/, '');
  return [{ name, arguments: rest === undefined ? null : written(rest), syntax: 'xml', start: from, end: to }];
}
