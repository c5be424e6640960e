/** Units of a text as the kernel has them, a byte each. */

/** Any unit that is not ASCII; also the end of a piece where the text goes on: what is there, only the text itself knows. */
export const WIDE_UNIT: u8 = 0x80;
/** The end of the text. */
export const END_UNIT: u8 = 0xff;

export const WIDE: u8 = 0;
export const LOWER: u8 = 1;
export const UPPER: u8 = 2;
export const DIGIT: u8 = 3;
export const NEWLINE: u8 = 4;
export const SPACE: u8 = 5;
export const MARK: u8 = 6;
export const END: u8 = 7;

const KINDS: usize = memory.data(256);

for (let unit: u32 = 0; unit < 0x80; unit++) store<u8>(KINDS + unit, kindOf(unit));
store<u8>(KINDS + END_UNIT, END);

function kindOf(unit: u32): u8 {
  if (unit >= 0x61 && unit <= 0x7a) return LOWER;
  if (unit >= 0x41 && unit <= 0x5a) return UPPER;
  if (unit >= 0x30 && unit <= 0x39) return DIGIT;
  if (unit == 0x0a || unit == 0x0d) return NEWLINE;
  // Tab, vertical tab, form feed, space.
  return unit == 0x09 || unit == 0x0b || unit == 0x0c || unit == 0x20 ? SPACE : MARK;
}

/** @returns the kind of the unit at an address */
export function kindAt(at: usize): u8 {
  return load<u8>(KINDS + load<u8>(at));
}
