/** What a text is, so that it can be shown as such. Guesses are cautious: what is not sure is shown as it stands. */
import { parseJson } from './json';

export type ContentKind = 'json' | 'markdown' | 'code' | 'diff' | 'terminal' | 'html' | 'image' | 'plain';

export interface ContentHints {
  /** Media type, where the source declares one. */
  readonly type: string | null;
  /** Who says it: prose is expected of all but tools. */
  readonly speaker: string;
  /** Language of a program, where the format says that the text is one. */
  readonly language?: string | null;
}

/** Beyond this a text is not tried as JSON unless it is declared to be: parsing would hold the page up. */
const LONGEST_GUESS = 2_000_000;

/** How much of a text is looked at for marks of what it is. */
const WINDOW = 8_000;

// oxlint-disable-next-line no-control-regex -- terminal sequences begin with a control character
const ESCAPES = /\u001b(?:\[[0-9;?]*[A-Za-z]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/;
const HUNK = /^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@/m;
const MARKUP_DOCUMENT = /^\s*(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i;

/** @returns how a text is best shown */
export function contentKind(text: string, { type, speaker, language = null }: ContentHints): ContentKind {
  const declared = type?.toLowerCase() ?? '';
  const beginning = text.slice(0, WINDOW);
  if (isDataImage(text)) return 'image';
  if (language !== null) return 'code';
  if (isJson(text, /[/+]json\b/.test(declared))) return 'json';
  if (ESCAPES.test(beginning)) return 'terminal';
  if (declared.startsWith('text/html') || MARKUP_DOCUMENT.test(beginning)) return 'html';
  if (HUNK.test(beginning)) return 'diff';
  if (declared.startsWith('text/markdown')) return 'markdown';
  return speaker === 'tool' || declared !== '' ? 'plain' : 'markdown';
}

function isJson(text: string, declared: boolean): boolean {
  if (!declared && (text.length > LONGEST_GUESS || !/^\s*[[{]/.test(text))) return false;
  return 'value' in parseJson(text);
}

/** Only formats of pixels: an SVG is a program. */
const DATA_IMAGE = /^data:image\/(png|jpeg|gif|webp|avif|bmp);base64,[A-Za-z0-9+/=\s]+$/;

/** @returns whether a text is an image that can be shown without asking anybody for it */
export function isDataImage(text: string): boolean {
  return text.startsWith('data:image/') && DATA_IMAGE.test(text);
}

/** Languages by the syntax of a call whose argument is a program. */
const LANGUAGES: Readonly<Record<string, string>> = {
  shell: 'bash',
  bash: 'bash',
  code: 'python',
  python: 'python',
};

/** @returns the language of a call's argument that is a program; null where it is none */
export function languageOfSyntax(syntax: string): string | null {
  return LANGUAGES[syntax] ?? null;
}
