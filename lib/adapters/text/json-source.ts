/** The text that a part of a JSON value was read from: spacing, long numbers and order survive in it. */

/** Keys and indexes from the root. */
type JsonPath = readonly (string | number)[];

/**
 * @param path keys and indexes from the root
 * @param value what stands there, parsed
 * @returns its source text; where the text cannot be found, the value as JSON
 */
export type JsonSource = (path: JsonPath, value: unknown) => string;

/** Where a value stands in the text, and its parts once one of them has been asked for. */
interface Place {
  readonly start: number;
  readonly end: number;
  parts?: ReadonlyMap<string | number, Place> | null;
}

/**
 * Values are stepped over, not parsed: only what is on the way to a part is looked into. No level of nesting is a call.
 * @param text valid JSON; it is only looked at when a part is asked for
 */
export function jsonSource(text: string): JsonSource {
  let root: Place | null | undefined;
  return (path, value) => {
    if (root === undefined) root = placeAt(text, spaceEnd(text, 0));
    let place: Place | null | undefined = root;
    for (const step of path) {
      if (!place) break;
      place.parts ??= partsOf(text, place);
      place = place.parts?.get(step);
    }
    return place ? text.slice(place.start, place.end) : JSON.stringify(value);
  };
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

function placeAt(text: string, start: number): Place | null {
  const end = valueEnd(text, start);
  return end <= start ? null : { start, end };
}

/** @returns the members of a list or an object; null where it is neither, or is not JSON */
function partsOf(text: string, { start }: Place): ReadonlyMap<string | number, Place> | null {
  const first = text.charCodeAt(start);
  if (first !== OPEN_LIST && first !== OPEN_OBJECT) return null;
  const parts = new Map<string | number, Place>();
  let at = spaceEnd(text, start + 1);
  if (isClosing(text.charCodeAt(at))) return parts;
  for (let index = 0; ; index++) {
    let key: string | number = index;
    if (first === OPEN_OBJECT) {
      const keyEnd = text.charCodeAt(at) === QUOTE ? stringEnd(text, at) : -1;
      const colon = spaceEnd(text, keyEnd);
      if (keyEnd === -1 || text.charCodeAt(colon) !== COLON) return null;
      key = JSON.parse(text.slice(at, keyEnd)) as string;
      at = spaceEnd(text, colon + 1);
    }
    const place = placeAt(text, at);
    if (place === null) return null;
    // Of a key that is repeated the last counts, as it does for JSON.parse.
    parts.set(key, place);
    at = spaceEnd(text, place.end);
    if (isClosing(text.charCodeAt(at))) return parts;
    if (text.charCodeAt(at) !== COMMA) return null;
    at = spaceEnd(text, at + 1);
  }
}

/** @returns where the value that begins there ends, or -1 where it does not */
function valueEnd(text: string, from: number): number {
  const first = text.charCodeAt(from);
  if (first === QUOTE) return stringEnd(text, from);
  if (first !== OPEN_LIST && first !== OPEN_OBJECT) return scalarEnd(text, from);
  let depth = 0;
  for (let at = from; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = stringEnd(text, at);
      if (at === -1) return -1;
      continue;
    }
    at++;
    if (code === OPEN_LIST || code === OPEN_OBJECT) depth++;
    else if (isClosing(code) && --depth === 0) return at;
  }
  return -1;
}

/** @returns where the string that begins there ends, or -1 where it does not */
function stringEnd(text: string, from: number): number {
  for (let quote = text.indexOf('"', from + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let escapes = quote;
    while (text.charCodeAt(escapes - 1) === BACKSLASH) escapes--;
    if ((quote - escapes) % 2 === 0) return quote + 1;
  }
  return -1;
}

/** @returns where a number, a truth value or null ends */
function scalarEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA || isClosing(code) || isJsonSpace(code)) break;
  }
  return at;
}

function spaceEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isJsonSpace(text.charCodeAt(at))) at++;
  return at;
}

/** White space as JSON has it. */
export function isJsonSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function isClosing(code: number): boolean {
  return code === CLOSE_LIST || code === CLOSE_OBJECT;
}
