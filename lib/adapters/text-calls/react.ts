/** `Thought: … Action: … Action Input: …` (ReAct), and what became of it. */
import { bracketed } from '../text/python-scan.ts';
import { codeCalls } from './code.ts';
import { written, type DerivedCall } from './derived-call.ts';

const LABEL = /^[ \t*]*(action|act|thought|think|observation|final answer)(?:[ \t]*\d+)?[ \t*]*:[ \t*]*/gim;
const INPUT = /\baction[ _]input(?:[ \t]*\d+)?[ \t]*:\s*/i;
const NOTHING = /^(?:none|n\/a|null|-)?\.?$/i;
/** What ends a run without anything being called. */
const ENDING = /^(?:answer|finish|final[ _]answer)$/i;

/**
 * @param free whether an action of free text is a call too: of `action`, with the text as its argument
 */
export function reactCalls(text: string, free = false): DerivedCall[] {
  const labels = [...text.matchAll(LABEL)];
  return labels.flatMap((label, index) => {
    if (!/^act/i.test(label[1]!)) return [];
    const from = label.index + label[0].length;
    const call = actionOf(text.slice(from, labels[index + 1]?.index ?? text.length), free);
    if (call === null) return [];
    return [{ ...call, start: label.index, end: from + call.length }];
  });
}

interface Action extends Pick<DerivedCall, 'name' | 'arguments' | 'syntax'> {
  readonly length: number;
}

function actionOf(segment: string, free: boolean): Action | null {
  const length = segment.trimEnd().length;
  const input = INPUT.exec(segment);
  if (input !== null) {
    const name = segment.slice(0, input.index).trim();
    const given = segment.slice(input.index + input[0].length);
    return NOTHING.test(name) ? null : { name, arguments: written(given), syntax: 'react', length };
  }
  const action = segment.trim();
  if (NOTHING.test(action)) return null;
  const found =
    fenced(action) ?? invoked(action) ?? (/^[\w.-]+$/.test(action) ? { name: action, arguments: null } : null);
  if (found !== null && ENDING.test(found.name)) return null;
  if (found !== null) return { ...found, syntax: 'react', length };
  return free ? { name: 'action', arguments: action, syntax: 'action', length } : null;
}

type Named = Pick<Action, 'name' | 'arguments'>;

/** `bash`, and the code below it. */
function fenced(action: string): Named | null {
  const name = /^[\w.-]+(?=\s*\n)/.exec(action)?.[0];
  const code = name === undefined ? undefined : codeCalls(action)[0];
  return name === undefined || code === undefined ? null : { name, arguments: code.arguments };
}

/** `name(…)` or `name[…]`, up to the end of the line. */
function invoked(action: string): Named | null {
  const name = /^[\w.-]+(?=[([])/.exec(action)?.[0];
  if (name === undefined) return null;
  const line = action.indexOf('\n');
  const end = bracketed(action, name.length)?.end ?? (line < 0 ? action.length : line);
  if (action.slice(end).split('\n', 1)[0]!.trim() !== '') return null;
  return { name, arguments: written(action.slice(name.length + 1, end - 1)) };
}
