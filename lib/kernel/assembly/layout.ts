/** What stands where in the kernel's memory, in bytes. Its size is fixed: a text of any length is read piece by piece. */

/** Units of text that are looked at at once; small enough to stay in a core's cache with what is found in it. */
export const PIECE_UNITS: u32 = 1 << 15;

/** A slot of a dictionary, and how many a dictionary has. */
export const SLOT_BYTES: u32 = 32;
export const SLOTS: u32 = 1 << 18;
const DICTIONARY_BYTES: u32 = SLOTS * SLOT_BYTES;

/** Term numbers of identifiers that have several. */
export const LIST_ROOM: u32 = 1 << 20;

/** Read beyond the end of a text, since a word is looked at in whole vectors. */
const SLACK_BYTES: u32 = 64;

/** The compiler's own data (the flags of scripts/compile-kernel.mjs say where they begin) end before this. */
export const TOKEN_WORDS: usize = 1 << 16;
export const IDENTIFIERS: usize = TOKEN_WORDS + DICTIONARY_BYTES;
export const LISTS: usize = IDENTIFIERS + DICTIONARY_BYTES;
export const TEXT: usize = LISTS + LIST_ROOM * 4;
/** Term numbers: what was found in a piece, or what an identifier is added with. No piece holds more terms than units. */
export const TERMS: usize = TEXT + PIECE_UNITS + SLACK_BYTES;
/** The text as a JSON string has it: a unit takes six bytes at the most. */
export const ESCAPED: usize = TERMS + PIECE_UNITS * 4;
/** Least value of each bin of a sketch. */
export const BINS: u32 = 128;
export const LEAST: usize = ESCAPED + PIECE_UNITS * 6 + SLACK_BYTES;
const END: usize = LEAST + BINS * 4;

// Told by scripts/compile-kernel.ts.
if (END > (<usize>memory.size()) << 16) unreachable();
