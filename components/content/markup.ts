/** Text without any of these is the same as Markdown, HTML and plain text. */
const MARKUP = /[<>&*_`~#|\\[\]\n@]|:\/\/|www\.|^\s*(?:[-+=]|\d+[.)])|^ {4}|^\t/;

/** @returns whether a text may hold Markdown or HTML; where it holds none, no parser is needed */
export function hasMarkup(text: string): boolean {
  return MARKUP.test(text);
}
