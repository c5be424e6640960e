/** Reads JSON without losing what JSON.parse drops silently: repeated keys, long numbers, the text itself. */
import { printParseErrorCode, visit } from 'jsonc-parser';
import { messageOf, type Problem } from '../reasons.ts';
import { canonicalOperations } from './json-canonical.ts';
import { scanJson } from './json-scan.ts';
import { excerpt, lineColumn, neighbourhood, type Parsed, type Unparsed } from './parsed.ts';
import { pointer } from './pointer.ts';

/**
 * @param text a JSON document
 * @returns its value with access to the source text of its operations, or where it is broken
 */
export function parseJson(text: string): Parsed | Unparsed {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { failure: syntaxError(text, error) };
  }
  const canonical = canonicalOperations(text, value);
  if (canonical) {
    const rawOf: Parsed['rawOf'] = (_path, part) => canonical.get(part) ?? JSON.stringify(part);
    return { value, format: 'json', problems: [], lost: [], rawOf };
  }
  const scan = scanJson(text);
  return {
    value,
    format: 'json',
    problems: scan.problems,
    lost: scan.lost,
    rawOf: (path, part) => scan.operations.get(pointer(...path)) ?? JSON.stringify(part),
  };
}

function syntaxError(text: string, error: unknown): Problem {
  let offset = -1;
  let what = '';
  visit(
    text,
    {
      onError: (code, at) => {
        if (offset >= 0) return;
        offset = at;
        what = printParseErrorCode(code);
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  // The two parsers may disagree on a text; then only JSON.parse's own words are left.
  if (offset < 0) offset = Number(/position (\d+)/.exec(messageOf(error))?.[1] ?? 0);
  const position = lineColumn(text, offset);
  const message = `Not JSON at line:column ${position}: ${what || messageOf(error)}, near \`${excerpt(text, offset)}\`.`;
  return { severity: 'rejected', reason: 'invalid-json', position, message, raw: neighbourhood(text, offset) };
}
