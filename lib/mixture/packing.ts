/**
 * What packing to a context length makes of documents, expected over where each one happens to begin.
 *
 * Assumption: concatenate and split, as most pre-training does. Documents stand in random order in one stream, one
 * end-of-text token after each, and the stream is cut every `context` tokens (Brown et al. 2020, arXiv 2005.14165,
 * appendix B; GPT-NeoX, Megatron and nanotron build their samples so). A document of L tokens, its end-of-text token
 * included, then begins at any of the `context` places of a sequence with the same probability, and so
 * - is cut with probability min(1, (L - 1) / context);
 * - leaves 2 / context pieces of each length j < min(L, context), and the rest as pieces of its own or the full length.
 * Within a bin of a histogram everything but the first is linear in L, hence exact from the bin's sum; the first is so
 * in every bin but the one that holds the context length, where it has bounds.
 */

import { countEdges } from '../stats/bins.ts';

/** A bin of a histogram of lengths, one of those that countEdges gives. */
export interface LengthBin {
  /** Tokens of a document, inclusive. */
  readonly lower: number;
  /** Exclusive. */
  readonly upper: number;
  /** Documents. */
  readonly records: number;
  /** Tokens of these documents. */
  readonly tokens: number;
}

/** Least and greatest value; the same where it is known exactly. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Pieces by their length in tokens, end-of-text tokens included. */
export interface PieceBin {
  /** Inclusive. */
  readonly lower: number;
  /** Inclusive; that of the last bin is the context length. */
  readonly upper: number;
  readonly pieces: number;
  readonly tokens: number;
}

export interface Packing {
  readonly context: number;
  readonly documents: number;
  /** Tokens of the stream, end-of-text tokens included. */
  readonly tokens: number;
  /** Whole sequences that the stream gives. */
  readonly sequences: number;
  /** Documents that do not stand whole in one sequence. */
  readonly cut: Bounds;
  readonly pieces: number;
  readonly bins: readonly PieceBin[];
}

/**
 * @param bins lengths of documents in tokens, ascending and disjoint; fractions of documents are allowed
 * @param context tokens of a sequence, at least 2
 */
export function pack(bins: readonly LengthBin[], context: number): Packing {
  const spaced = bins.map(withSeparator);
  const documents = spaced.reduce((sum, { records }) => sum + records, 0);
  const tokens = spaced.reduce((sum, bin) => sum + bin.tokens, 0);
  const cuts = spaced.map((bin) => cutOf(bin, context));
  return {
    context,
    documents,
    tokens,
    sequences: Math.floor(tokens / context),
    cut: {
      low: cuts.reduce((sum, { low }) => sum + low, 0),
      high: cuts.reduce((sum, { high }) => sum + high, 0),
    },
    pieces: documents + (tokens - documents) / context,
    bins: piecesOf(spaced, context),
  };
}

/** Lengths with the end-of-text token; both ends of the bin are inclusive from here on. */
interface SpacedBin {
  readonly lower: number;
  readonly upper: number;
  readonly records: number;
  readonly tokens: number;
}

function withSeparator({ lower, upper, records, tokens }: LengthBin): SpacedBin {
  return { lower: lower + 1, upper, records, tokens: tokens + records };
}

/** Concave in the length: most where all documents have the mean, least where they are at the ends of the bin. */
function cutOf({ lower, upper, records, tokens }: SpacedBin, context: number): Bounds {
  if (records === 0) return { low: 0, high: 0 };
  const probability = (length: number) => Math.min(1, (length - 1) / context);
  const mean = tokens / records;
  const high = records * probability(mean);
  if (upper <= context + 1 || lower > context) return { low: high, high };
  const beyond = Math.min(1, Math.max(0, (mean - lower) / (upper - lower)));
  return { low: records * ((1 - beyond) * probability(lower) + beyond * probability(upper)), high };
}

/** Over the bins of all histograms up to the context length, since pieces are shorter than documents. */
function piecesOf(bins: readonly SpacedBin[], context: number): PieceBin[] {
  const edges = countEdges(context - 1);
  return edges.slice(0, -1).map((edge, i) => {
    const lower = edge + 1;
    const last = i === edges.length - 2;
    const top = last ? context : edges[i + 1]!;
    // Documents that end within the bin; in the last one also those that fill a sequence or more.
    const own = sums(bins.filter((bin) => bin.lower >= lower && (last || bin.lower <= top)));
    const longer = sums(bins.filter((bin) => bin.lower > top)).records;
    const [beyond, width] = [last ? 0 : longer, top - lower + 1];
    return {
      lower,
      upper: top,
      pieces: (own.tokens + own.records * (context + 1 - 2 * lower) + 2 * beyond * width) / context,
      tokens: own.tokens + (beyond * width * (lower + top) - own.records * lower * (lower - 1)) / context,
    };
  });
}

function sums(bins: readonly SpacedBin[]): { readonly records: number; readonly tokens: number } {
  return {
    records: bins.reduce((sum, { records }) => sum + records, 0),
    tokens: bins.reduce((sum, { tokens }) => sum + tokens, 0),
  };
}
