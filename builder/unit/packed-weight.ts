/** The weight of a term and the fields that hold it as one number, which is staged and read in half the time of two. */

/** Weights are staged in thousandths. */
const THOUSANDTHS = 1000;

/** Above the bits of the fields. */
const FIELD_VALUES = 256;

/**
 * @param weight between 0 and 1
 * @param fields bit set of eight bits
 */
export function packedWeight(weight: number, fields: number): number {
  return Math.round(weight * THOUSANDTHS) * FIELD_VALUES + fields;
}

/** @returns SQL of the weight and of the fields in an expression of the packed number */
export function unpackedSql(packed: string): { readonly weight: string; readonly fields: string } {
  return { weight: `(${packed} // ${FIELD_VALUES}) / ${THOUSANDTHS}`, fields: `${packed} % ${FIELD_VALUES}` };
}
