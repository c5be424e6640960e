/** `[Name(a=1), Other()]` and `{Name:("a":1)}`, as ToolACE has both. */
import { parsePythonCalls } from '../text/python.ts';
import { bracketed } from '../text/python-scan.ts';
import { written, type DerivedCall } from './derived-call.ts';

/** Where a list of calls may begin: at the start of a line, a bracket, a name, and its arguments. */
const OPENING = /^[ \t]*([[{])(?=\s*[^\s()[\]{}"'][^()[\]{}"'\n]*\()/gm;

/** Openings that never close, so that a text of nothing else costs no more than its length. */
const FAILURES = 10;

/**
 * Lists whose every call has named literals only, or, where the text is nothing else, named values: anything else in
 * brackets is prose, or data.
 */
export function bracketCalls(text: string): DerivedCall[] {
  const calls: DerivedCall[] = [];
  let end = 0;
  let failures = 0;
  for (const match of text.matchAll(OPENING)) {
    const open = match.index + match[0].length - 1;
    if (open < end) continue;
    const list = bracketed(text, open);
    if (list === null) {
      if (++failures > FAILURES) break;
      continue;
    }
    const python = match[1] === '[' ? pythonCalls(text, open, list.end) : [];
    const inside = python.length > 0 ? python : colonCalls(text, list.items);
    if (inside.length > 0) end = list.end;
    calls.push(...inside);
  }
  return calls;
}

function pythonCalls(text: string, open: number, end: number): DerivedCall[] {
  const calls = parsePythonCalls(text.slice(open, end)) ?? [];
  const isWhole = text.trim().length === end - open;
  if (!calls.every(({ args }) => args.every(({ name, json }) => name !== null && (isWhole || json !== null))))
    return [];
  return calls.map(({ name, argumentsText, ...at }) => ({
    name,
    arguments: written(argumentsText),
    syntax: 'brackets',
    start: open + at.start,
    end: open + at.end,
  }));
}

/** `Name:("a":1)` of each item, if all are so. */
function colonCalls(text: string, items: readonly (readonly [number, number])[]): DerivedCall[] {
  const calls = items.map(([from, to]): DerivedCall | null => {
    const match = /^\s*([^\s:(){}[\]"'][^:(){}[\]"']*):\s*\(([\s\S]*)\)\s*$/.exec(text.slice(from, to));
    return match === null
      ? null
      : { name: match[1]!.trim(), arguments: written(match[2]!), syntax: 'brackets', start: from, end: to };
  });
  return calls.every((call) => call !== null) ? calls : [];
}
