/** A text of UTF-8 as it stands between the quotes of a JSON string (RFC 8259, section 7). */

const QUOTE: u8 = 0x22;
const BACKSLASH: u8 = 0x5c;
/** Units below it may not stand in a string as they are. */
const FIRST_PLAIN: u8 = 0x20;

const VECTOR: u32 = 16;

/** The letter that follows the backslash, by unit; 0 where there is none: it is written as its number then. */
const LETTERS: usize = memory.data(128);
store<u8>(LETTERS + 0x08, 0x62); // b
store<u8>(LETTERS + 0x09, 0x74); // t
store<u8>(LETTERS + 0x0a, 0x6e); // n
store<u8>(LETTERS + 0x0c, 0x66); // f
store<u8>(LETTERS + 0x0d, 0x72); // r
store<u8>(LETTERS + QUOTE, QUOTE);
store<u8>(LETTERS + BACKSLASH, BACKSLASH);

/**
 * Whole vectors are read and written: both places need room for one behind their ends.
 * @param from address of the text
 * @param length of it in bytes
 * @param to address where it goes, with room for six times as many
 * @returns address where it ends there
 */
export function escapeJson(from: usize, length: u32, to: usize): usize {
  const last = from + length;
  let at = from;
  let out = to;
  while (at < last) {
    const units = v128.load(at);
    v128.store(out, units);
    const left = <u32>(last - at);
    const plain = min(plainUnits(units), left);
    at += plain;
    out += plain;
    if (plain < VECTOR && plain < left) out = escapeUnit(load<u8>(at++), out);
  }
  return out;
}

/** @returns how many units there are before the first one that must be escaped */
function plainUnits(units: v128): u32 {
  const control = i8x16.lt_u(units, i8x16.splat(FIRST_PLAIN));
  const quote = i8x16.eq(units, i8x16.splat(QUOTE));
  const backslash = i8x16.eq(units, i8x16.splat(BACKSLASH));
  const special = i8x16.bitmask(v128.or(control, v128.or(quote, backslash)));
  return special == 0 ? VECTOR : <u32>ctz(special);
}

function escapeUnit(unit: u8, out: usize): usize {
  store<u8>(out, BACKSLASH);
  const letter = load<u8>(LETTERS + unit);
  if (letter != 0) {
    store<u8>(out + 1, letter);
    return out + 2;
  }
  store<u8>(out + 1, 0x75); // u
  store<u8>(out + 2, 0x30);
  store<u8>(out + 3, 0x30);
  store<u8>(out + 4, hexDigit(unit >> 4));
  store<u8>(out + 5, hexDigit(unit & 0x0f));
  return out + 6;
}

function hexDigit(value: u8): u8 {
  return value < 10 ? 0x30 + value : 0x57 + value;
}
