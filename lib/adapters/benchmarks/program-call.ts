/** The call that a line of a program, or of a shell, makes. */
import { bracketed } from '../text/python-scan.ts';
import { parsePythonCalls } from '../text/python.ts';

export interface ProgramCall {
  readonly name: string;
  /** Verbatim; null where there are none. */
  readonly arguments: string | null;
  /** calls.syntax */
  readonly syntax: 'python' | 'shell';
}

/**
 * @param text `AutoModel.from_pretrained('a')`, `m = hub.load("b").`, `./run.sh --c d`
 * @returns the first call of a program; of any other text its first word, as a shell has it. null for no text
 */
export function programCall(text: string): ProgramCall | null {
  const callee = /[A-Za-z_][\w.]*(?=\()/.exec(text);
  if (callee === null) {
    const [, name, rest] = /^\s*(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
    return name === undefined ? null : { name, arguments: rest?.trim() || null, syntax: 'shell' };
  }
  const [name] = callee;
  const open = callee.index + name.length;
  const end = bracketed(text, open)?.end;
  const call = end === undefined ? null : parsePythonCalls(text.slice(callee.index, end))?.[0];
  // What never closes is kept for the audit to call broken.
  return { name, arguments: call?.argumentsText ?? text.slice(open + 1), syntax: 'python' };
}
