/** A call that was found in text. */

/**
 * How it was written.
 * - `react`: `Action: NAME` and `Action Input: {…}`, on two lines or one; `Act: bash` and fenced code; `Action: name(…)`
 * - `action`: `Action:` and free text, as environments with one text action have it; to look for it includes `react`
 * - `xml`: JSON or a Python dict between `<tool_call>` and `</tool_call>`
 * - `functioncall`: `<functioncall> {"name": …, "arguments": '{…}'}`
 * - `function-tag`: `<function=NAME><parameter=KEY>…</parameter></function>`
 * - `brackets`: `[Name(a=1), Other()]` and `{Name:("a":1)}`
 * - `code`: fenced code, where a format's actions are code
 * - `execute`: to look for code between `<execute>` and `</execute>`, which is `code` too
 */
export type CallSyntax = 'react' | 'action' | 'xml' | 'functioncall' | 'function-tag' | 'brackets' | 'code' | 'execute';

export interface DerivedCall {
  readonly name: string;
  /** As they stand in the text; null where there are none. How to read them depends on the syntax (arguments.ts). */
  readonly arguments: string | null;
  readonly syntax: CallSyntax;
  /** Offsets of the call in the text. */
  readonly start: number;
  readonly end: number;
}

/** The most calls that are taken from one text. */
export const CALL_LIMIT = 1_000;

/** @returns a text without surrounding white space, null where nothing is left */
export function written(text: string): string | null {
  return text.trim() || null;
}
