/** Texts that are kept for long. */

/** Shorter parts of a text are copied by the engine itself. */
const LONGEST_COPIED = 12;

/** @returns the same text; a part of a longer one that is kept as it is would keep all of that in memory */
export function ownCopy(text: string): string {
  if (text.length <= LONGEST_COPIED) return text;
  const units: number[] = [];
  for (let at = 0; at < text.length; at++) units.push(text.charCodeAt(at));
  return String.fromCharCode(...units);
}
