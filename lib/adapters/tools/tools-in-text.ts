/** Declarations of tools within a text: system prompts of Glaive, Hermes, ToolACE and ToolRL. */
import type { ToolDeclaration } from '../declarations.ts';
import { bracketed } from '../text/python-scan.ts';

/** `1. Name: …`, and the lines of the tool that follow it. */
const NUMBERED = /^\d+\. Name: (.*)\nDescription: ([\s\S]*?)\nParameters: (.*)$/gm;

/** Where a list or an object may begin: at the start of a line. */
const OPENING = /^[ \t]*([[{])/gm;

/** Openings that turn out to be none, so that a text of nothing but brackets costs no more than its length. */
const FAILURES = 50;

/** @returns tools as ToolRL numbers them: name, description, and fields as JSON on one line */
export function numberedTools(text: string): ToolDeclaration[] {
  return [...text.matchAll(NUMBERED)].map(([raw, name = '', description = '', fields = '']) => ({
    name: name.trim(),
    description: description.trim() === '' ? null : description,
    ...fieldsOf(fields),
    returns: null,
    group: null,
    domain: null,
    api_id: null,
    raw,
  }));
}

function fieldsOf(text: string): Pick<ToolDeclaration, 'dialect' | 'parameters'> {
  try {
    return { dialect: 'fields', parameters: JSON.parse(text) as unknown };
  } catch {
    return { dialect: 'prose', parameters: text };
  }
}

/** @returns the parts of a text that are lists or objects in brackets, in order, verbatim; of nested ones the outermost */
export function bracketedParts(text: string): string[] {
  const parts: string[] = [];
  let end = 0;
  let failures = 0;
  for (const match of text.matchAll(OPENING)) {
    const open = match.index + match[0].length - 1;
    if (open < end) continue;
    const found = bracketed(text, open);
    if (found === null) {
      if (++failures > FAILURES) break;
      continue;
    }
    end = found.end;
    parts.push(text.slice(open, end));
  }
  return parts;
}
