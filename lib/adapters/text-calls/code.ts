/** Code as action: fenced code blocks, and CodeAct's `<execute>`. Only for formats whose actions are code. */
import type { DerivedCall } from './derived-call.ts';

const FENCE = /^[ \t]*```[ \t]*([\w+#.-]*)[^\n]*$/gm;

/** The tool is the language of the fence, `code` where it names none; the argument is the code. */
export function codeCalls(text: string): DerivedCall[] {
  const calls: DerivedCall[] = [];
  let open: RegExpExecArray | null = null;
  for (const fence of text.matchAll(FENCE)) {
    const end = fence.index + fence[0].length;
    if (open === null) open = fence;
    else if (/^\s*```\s*$/.test(fence[0])) {
      const code = text.slice(open.index + open[0].length + 1, fence.index);
      calls.push({ name: open[1]!.toLowerCase() || 'code', arguments: code, syntax: 'code', start: open.index, end });
      open = null;
    }
  }
  return calls;
}

/** Code between tags; the tool is `execute`. */
export function executeCalls(text: string): DerivedCall[] {
  const calls: DerivedCall[] = [];
  for (let start = text.indexOf('<execute>'); start >= 0;) {
    const close = text.indexOf('</execute>', start);
    if (close < 0) break;
    const code = text.slice(start + '<execute>'.length, close).replace(/^\n/, '');
    const end = close + '</execute>'.length;
    calls.push({ name: 'execute', arguments: code, syntax: 'code', start, end });
    start = text.indexOf('<execute>', end);
  }
  return calls;
}
