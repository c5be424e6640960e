/** Markdown and HTML down to one line of plain text. */

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
};

/** Tags within a sentence, which leave no gap. */
const INLINE_TAG =
  /<\/?(?:a|abbr|b|bdi|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|var)(?:\s[^<>]*)?>/gi;

/** How much of a description is looked at for its first sentence: descriptions of 170,000 characters exist. */
const SUMMARY_WINDOW = 2_000;

/** @returns the text without tags, links' targets and emphasis, white space collapsed */
export function plainText(marked: string): string {
  // Last of all: most white space is one space, and need not be replaced by itself.
  return marked
    .replaceAll(INLINE_TAG, '')
    .replaceAll(/<!--[\s\S]*?-->|<\/?[a-zA-Z][^<>]*>/g, ' ')
    .replaceAll(/!?\[([^\][]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replaceAll(/&(amp|lt|gt|quot|apos|nbsp|#39);/g, (_entity, name: string) => ENTITIES[name]!)
    .replaceAll(/^\s{0,3}(?:#{1,6}|[-*+>])\s+/gm, '')
    .replaceAll(/`+|\*\*|__/g, '')
    .replaceAll(/[^\S ]\s*| \s+/g, ' ')
    .trim();
}

/**
 * One line that says what an API does.
 * @param description Markdown or HTML
 * @returns its first line or sentence as plain text, null where nothing is left
 */
export function firstSentence(description: string): string | null {
  const text = description.slice(0, SUMMARY_WINDOW);
  // The first block that has words in it: a heading, a paragraph, an HTML element.
  const block = text
    .split(/\n\s*\n|\n(?=\s*[-*#])|<\/(?:p|h[1-6]|div|li)>|<br\s*\/?>/i)
    .map(plainText)
    .find((line) => line !== '');
  if (block === undefined) return null;
  return /^.{20,}?[.!?](?=\s)/.exec(block)?.[0] ?? block;
}

/** @returns the text, or its beginning and an ellipsis, within a number of UTF-16 code units; never half a character */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.trimEnd()}…`;
}
