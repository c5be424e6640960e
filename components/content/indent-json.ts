/** Strings, punctuation, and anything else up to the next of these. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/gs;

/** Beyond this, indenting would make more text than a reader asked for. */
const LONGEST = 1_000_000;

/**
 * Indents JSON that is written on one line. Every token stays as it is written: no number is rounded, no key lost.
 * @param text valid JSON; text that has lines already, or is very long, is returned as it is
 */
export function indentJson(text: string): string {
  if (text.length > LONGEST || text.trimEnd().includes('\n')) return text;
  let out = '';
  let depth = 0;
  let before = '';
  for (const [token] of text.matchAll(TOKEN)) {
    const closes = token === '}' || token === ']';
    const opened = before === '{' || before === '[';
    if (closes) depth--;
    // An empty container stays on its line.
    const breaks = closes ? !opened : opened || before === ',';
    if (breaks) out += `\n${'  '.repeat(Math.max(0, Math.min(depth, 200)))}`;
    out += token === ':' ? ': ' : token;
    if (token === '{' || token === '[') depth++;
    before = token;
  }
  return out;
}
