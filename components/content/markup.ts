/** Text without any of these is the same as Markdown, HTML and plain text. */
const MARKUP = /[<>&*_`~#|\\[\]\n@]|:\/\/|www\.|^\s*(?:[-+=]|\d+[.)])|^ {4}|^\t/;

/** @returns whether a text may hold Markdown or HTML; where it holds none, no parser is needed */
export function hasMarkup(text: string): boolean {
  return MARKUP.test(text);
}

/** Where HTML may begin within Markdown (CommonMark 0.31.2, 4.6 and 6.6). */
const HTML = /<[a-z/!?]/i;

/** @returns whether a text with markup needs a parser of HTML besides that of Markdown */
export function mayHoldHtml(text: string): boolean {
  return HTML.test(text);
}
