/** Where a search hit is, when name, path and summary do not show it. */

/** Bits of api_postings.fields. */
const VISIBLE = 1 | 2 | 4;
const DESCRIPTION = 8;
const PARAMETERS = 16;

/**
 * Words for the fields that hold the search's terms.
 * @param fields for each term that no visible field holds, the union of the fields that do; undefined where not known
 * @returns e.g. `in description`; null where every term is in sight
 */
export function matchNote(fields: number | undefined): string | null {
  if (fields === undefined || (fields & ~VISIBLE) === 0) return null;
  const places = [
    ...((fields & DESCRIPTION) === 0 ? [] : ['description']),
    ...((fields & PARAMETERS) === 0 ? [] : ['parameters']),
  ];
  return `in ${places.join(', ')}`;
}
