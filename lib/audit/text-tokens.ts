/** The tokens of JSON that may be broken: what stands there, and whether it ends before it should. */

export interface TextTokens {
  /** Brackets, colons and commas as they are; strings without their quotes, after a `"`; anything else after a `.`. */
  readonly tokens: readonly string[];
  /** Closing brackets that are missing, innermost first. */
  readonly missing: readonly string[];
  /** The text ends within a string, or where a value should follow or may go on. */
  readonly isCut: boolean;
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
const WORD_END = /[\s{}[\]:,"']/;

/** @param text broken JSON, its strings in double or single quotes */
export function textTokens(text: string): TextTokens {
  const tokens: string[] = [];
  const missing: string[] = [];
  let isOpen = false;
  for (let at = 0; at < text.length;) {
    const char = text[at]!;
    if (/\s/.test(char)) at++;
    else if (char === '"' || char === "'") {
      const end = stringEnd(text, at);
      isOpen = end < 0;
      tokens.push(`"${unescaped(text.slice(at + 1, isOpen ? text.length : end))}`);
      at = isOpen ? text.length : end + 1;
    } else if ('{}[]:,'.includes(char)) {
      tokens.push(char);
      if (CLOSING[char]) missing.unshift(CLOSING[char]);
      else if (char === missing[0]) missing.shift();
      at++;
    } else {
      const start = at;
      while (at < text.length && !WORD_END.test(text[at]!)) at++;
      tokens.push(`.${text.slice(start, at)}`);
    }
  }
  return { tokens, missing, isCut: isOpen || (missing.length > 0 && !/^["}\]]/.test(tokens.at(-1) ?? '')) };
}

/** @returns the tokens that a repair may stand for: without commas before a closing bracket, brackets closed at the end */
export function completed({ tokens, missing }: TextTokens): string[] {
  const whole = [...tokens, ...missing];
  return whole.filter((token, at) => token !== ',' || !/^[}\]]$/.test(whole[at + 1] ?? ''));
}

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[start]) return at;
  }
  return -1;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** Only what JSON and Python escape alike; anything else keeps its backslash, and so differs from what a repair makes of it. */
function unescaped(text: string): string {
  return text.replaceAll(/\\(?:u([0-9a-fA-F]{4})|([nrtbf"'\\/]))/g, (_escape, code?: string, char?: string) =>
    code === undefined ? (ESCAPES[char!] ?? char!) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
