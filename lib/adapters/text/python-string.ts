/** String literals of Python: prefixes, quotes, escapes (The Python Language Reference, 2.4.1). */

const LITERAL = /^([A-Za-z]{0,2})('''|"""|'|")([\s\S]*)\2$/;

const ESCAPE = /\\(?:(\r\n|[\n\r])|([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g;

const SIMPLE: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/**
 * @param token one literal with its prefix and quotes; of bytes, each byte becomes one character
 * @returns what it stands for, or null where that is not known: f-strings, names of characters (`\N{…}`)
 */
export function pythonString(token: string): string | null {
  const [, prefix = '', quote = '', body] = LITERAL.exec(token) ?? [];
  if (body === undefined || !/^(?:[rbu]|br|rb)?$/i.test(prefix)) return null;
  if (quote.length === 1 && /^(?:[^\\\n]|\\[\s\S])*$/.exec(body) === null) return null;
  if (/r/i.test(prefix)) return body;
  const bytes = /b/i.test(prefix);
  if (!bytes && /(?:^|[^\\])(?:\\\\)*\\N\{/.test(body)) return null;
  return body.replaceAll(
    ESCAPE,
    (whole, newline?: string, octal?: string, x?: string, u?: string, U?: string, c?: string) => {
      if (newline !== undefined) return '';
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      if (x !== undefined) return String.fromCharCode(Number.parseInt(x, 16));
      const unicode = u ?? U;
      if (unicode !== undefined) return bytes ? whole : codePoint(unicode, whole);
      return SIMPLE[c!] ?? whole;
    },
  );
}

function codePoint(hex: string, otherwise: string): string {
  const code = Number.parseInt(hex, 16);
  return code > 0x10ffff ? otherwise : String.fromCodePoint(code);
}
