/** What hashes of words are made with, sixteen letters at a time. */

// Odd constants of xxHash64 (Collet), as multipliers.
export const MULTIPLIER_1: u64 = 0x9e3779b185ebca87;
export const MULTIPLIER_2: u64 = 0xc2b2ae3d27d4eb4f;

/** The most ones of a mask. */
const ONES: u32 = 32;

/** As many zeros behind them: read from within, a mask of any length. */
const MASKS: usize = memory.data(64, 16);
memory.fill(MASKS, 0xff, ONES);

/**
 * @param length up to ONES
 * @returns address of as many bytes of ones, and of zeros behind them
 */
export function maskAt(length: u32): usize {
  return MASKS + ONES - length;
}
