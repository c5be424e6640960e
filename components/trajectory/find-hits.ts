/** Looks for text in the data of a trajectory: what is not on screen is found as well. Pure. */
import type { InspectorRow } from './inspector-rows';

export type FoundIn = 'reasoning' | 'content' | 'name' | 'arguments';

export interface Hit {
  /** Index of the row, among those that were searched. */
  readonly row: number;
  readonly key: string;
  readonly field: FoundIn;
  /** Offset in the text of the field, and length, in UTF-16 code units. */
  readonly start: number;
  readonly length: number;
  /** Which hit it is within its field, from 0. */
  readonly nth: number;
}

/** Beyond this the count says "or more": nobody steps through so many. */
export const MOST_HITS = 5_000;

/** @returns the pattern of a text that is looked for, case apart; null for nothing but blanks */
export function findPattern(wanted: string): RegExp | null {
  const text = wanted.trim();
  return text === '' ? null : new RegExp(text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu');
}

/** @returns hits in the order of the rows, MOST_HITS at most */
export function findHits(rows: readonly InspectorRow[], wanted: string): Hit[] {
  const pattern = findPattern(wanted);
  const hits: Hit[] = [];
  if (pattern === null) return hits;
  for (const [row, item] of rows.entries()) {
    for (const [field, text] of textsOf(item)) {
      let nth = 0;
      for (const found of text.matchAll(pattern)) {
        hits.push({ row, key: item.key, field, start: found.index, length: found[0].length, nth: nth++ });
        if (hits.length === MOST_HITS) return hits;
      }
    }
  }
  return hits;
}

/** The texts of a row, in the order in which they are shown. */
function textsOf(row: InspectorRow): (readonly [FoundIn, string])[] {
  switch (row.kind) {
    case 'branch':
      return [];
    case 'call':
      return [
        ['name', row.call.tool_name],
        ['arguments', row.call.arguments ?? ''],
      ];
    case 'observation':
      return [['content', row.step.content ?? '']];
    default:
      return [
        ['reasoning', row.showReasoning ? (row.step.reasoning ?? '') : ''],
        ['content', row.showContent ? (row.step.content ?? '') : ''],
      ];
  }
}
