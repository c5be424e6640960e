/** Where a text matches a query, for the page to mark. */
import { identifiers, type Identifier, type Word } from './words.ts';

/** A stretch of text, in UTF-16 code units; `end` is exclusive. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
}

/**
 * @param text what is shown
 * @param queryTerms terms of the query (lib/search/terms.ts), matched as the index matches them: as prefixes of words,
 *   of parts of identifiers, and of whole identifiers
 * @returns stretches in order that do not overlap
 */
export function highlight(text: string, queryTerms: readonly string[]): Highlight[] {
  if (queryTerms.length === 0) return [];
  const found: Highlight[] = [];
  for (const identifier of identifiers(text)) {
    for (const term of queryTerms) {
      for (const part of identifier.parts) if (part.term.startsWith(term)) found.push(prefixOf(text, part, term));
      if (identifier.parts.length > 1 && identifier.whole.term.startsWith(term))
        found.push(across(text, identifier, term));
    }
  }
  return merged(found);
}

/** The part of a word that was typed; all of it where normalisation changed its length. */
function prefixOf(text: string, { start, end, term: word }: Word, term: string): Highlight {
  const sameLength = text.slice(start, end).toLowerCase().startsWith(term) && end - start >= word.length;
  return { start, end: sameLength ? start + term.length : end };
}

/** A term that runs over several parts of an identifier and the separators between them. */
function across(text: string, { parts, whole }: Identifier, term: string): Highlight {
  let left = term;
  for (const part of parts) {
    if (part.term.startsWith(left)) return { start: whole.start, end: prefixOf(text, part, left).end };
    left = left.slice(part.term.length);
  }
  return { start: whole.start, end: whole.end };
}

function merged(all: readonly Highlight[]): Highlight[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of all.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
