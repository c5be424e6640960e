/** `[Name(a=1), Other()]` and `{Name:("a":1)}`, as ToolACE has both. */
import { parsePythonCalls } from '../text/python.ts';
import { bracketed } from '../text/python-scan.ts';
import { written, type DerivedCall } from './derived-call.ts';

/** Where a list of calls may begin: at the start of a line. */
const OPENING = /^[ \t]*([[{])/gm;

/** Lines that are tried, so that a text of nothing but brackets costs no more than its length. */
const TRIES = 50;

/** Lists whose every call has named literals only: anything else in brackets is prose, or data. */
export function bracketCalls(text: string): DerivedCall[] {
  const calls: DerivedCall[] = [];
  let end = 0;
  let tries = 0;
  for (const match of text.matchAll(OPENING)) {
    const open = match.index + match[0].length - 1;
    if (open < end) continue;
    if (++tries > TRIES) break;
    const list = bracketed(text, open);
    if (list === null) continue;
    const inside = match[1] === '[' ? pythonCalls(text, open, list.end) : colonCalls(text, list.items);
    if (inside.length > 0) end = list.end;
    calls.push(...inside);
  }
  return calls;
}

function pythonCalls(text: string, open: number, end: number): DerivedCall[] {
  const calls = parsePythonCalls(text.slice(open, end)) ?? [];
  if (!calls.every(({ args }) => args.every(({ name, json }) => name !== null && json !== null))) {
    return colonCalls(text, bracketed(text, open)!.items);
  }
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
