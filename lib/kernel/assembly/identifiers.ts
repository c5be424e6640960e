/** Where an identifier ends, as IDENTIFIER of lib/search/words.ts has it, as long as all is ASCII. */
import { DIGIT, kindAt, LOWER, UPPER, WIDE } from './units';

/** @returns whether a letter or digit stands at an address */
export function isWordKind(kind: u8): bool {
  return kind == LOWER || kind == UPPER || kind == DIGIT;
}

/**
 * @param from address of a letter or digit, or of a unit that is not ASCII
 * @returns address where the identifier ends that begins there, or 0 where a unit that is not ASCII has a say in it
 */
export function identifierEnd(from: usize): usize {
  let at = from;
  while (true) {
    const kind = kindAt(at);
    if (kind == WIDE) return 0;
    if (!isWordKind(kind)) {
      // A joint holds together what is on both of its sides.
      if (!isJoint(load<u8>(at))) return at;
      const next = kindAt(at + 1);
      if (next == WIDE) return 0;
      if (!isWordKind(next)) return at;
    }
    at++;
  }
  return 0;
}

/** Hyphen, full stop, underscore. */
function isJoint(unit: u8): bool {
  return unit == 0x2d || unit == 0x2e || unit == 0x5f;
}
