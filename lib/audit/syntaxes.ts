/** What follows from the way in which a call was written, and from names that formats reserve. */

/** Actions in a language of their own: which commands there are, no list of tools says. */
const FREE = new Set(['action', 'code', 'execute', 'gui', 'shell']);
/** The input of a tool may be plain text. */
const WORDED = new Set([...FREE, 'react']);
/** Values are written as text whatever their type: in a URL, between tags. */
const TEXTUAL = new Set(['function-tag', 'http']);

/**
 * How agents end a run, or think aloud, through calls that their frameworks answer themselves and often do not declare:
 * ToolBench's `Finish`, SWE-agent's `submit`, OpenHands' `finish` and `think`; ToolAlpaca's `getDetails` asks the user.
 */
const RESERVED = new Set(['exit', 'final_answer', 'finish', 'getdetails', 'submit', 'think']);

/** @returns whether no list of tools can be expected to name what is called */
export function isFree(syntax: string): boolean {
  return FREE.has(syntax);
}

/** @returns whether the arguments may be words where others must be JSON */
export function takesText(syntax: string): boolean {
  return WORDED.has(syntax);
}

/** @returns whether a text may stand for a number, a flag or a list */
export function writesText(syntax: string): boolean {
  return TEXTUAL.has(syntax);
}

/** @returns whether the name is one that frameworks keep for themselves */
export function isReserved(name: string): boolean {
  return RESERVED.has(name.toLowerCase());
}
