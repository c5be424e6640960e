/**
 * Positions in a list that may be higher than browsers can lay out. Firefox ends at 17.9 million pixels and others lose
 * precision before, so the element that scrolls is at most MAX_HEIGHT high. A short way scrolled moves the rows by as
 * much; a long one, such as a drag of the scrollbar, by its share of the whole. hightable does the same
 * (github.com/hyparam/hightable, pull request 241).
 */

/** Height in px above which the list is higher than the element that scrolls. */
export const MAX_HEIGHT = 8_000_000;

/** Screens that one event may scroll and still count as a short way. */
const SHORT_SCREENS = 4;
/** How far from both ends the element moves as the list does, in px: there every row can be reached. */
const END = 100_000;
/** How far the element may stand from its share of the list before it is put back, in px. */
const MAX_DRIFT = END / 2;

export interface Extent {
  /** Height of all rows in px. */
  readonly total: number;
  /** Height of the part that shows rows in px. */
  readonly screen: number;
}

export interface Position {
  /** Where the list stands: px of rows above the screen. */
  readonly offset: number;
  /** Where the element stands: its scrollTop. */
  readonly top: number;
}

/** Height of the element that scrolls. */
export function scrolledHeight({ total }: Extent): number {
  return Math.min(total, MAX_HEIGHT);
}

/** The position at an offset of the list, the element at its share. */
export function positionAt(offset: number, extent: Extent): Position {
  const { most, range } = spans(extent);
  const within = Math.min(most, Math.max(0, offset));
  return { offset: within, top: most === range ? within : Math.round(along(within, most, range)) };
}

function spans(extent: Extent) {
  const span = (height: number) => Math.max(0, height - extent.screen);
  return { most: span(extent.total), range: span(scrolledHeight(extent)) };
}

/** The place in a span that stands for a place in another: px by px near both ends, by its share between them. */
function along(place: number, from: number, to: number): number {
  if (place <= END) return place;
  if (place >= from - END) return to - (from - place);
  return END + ((place - END) / (from - 2 * END)) * (to - 2 * END);
}

/**
 * The position after the element was scrolled.
 * @param top its scrollTop now
 * @returns the position; its `top` differs from the element's where that has to be put back
 */
export function positionAfter(last: Position, top: number, extent: Extent): Position {
  if (extent.total <= MAX_HEIGHT) return { offset: top, top };
  const { most, range } = spans(extent);
  const way = top - last.top;
  const short = SHORT_SCREENS * extent.screen;
  if (Math.abs(way) > short) return { offset: along(Math.min(range, Math.max(0, top)), range, most), top };
  const moved = { offset: last.offset + way, top };
  const fair = positionAt(moved.offset, extent);
  // Near an end of the element there must be room for the rows that are left.
  const nearEnd = top < short || top > range - short;
  return nearEnd || Math.abs(fair.top - top) > MAX_DRIFT ? fair : moved;
}

/**
 * Where the list has to stand to show a row.
 * @param align `center`, or `auto`: as little as is needed
 * @returns an offset for positionAt
 */
export function offsetOf(
  index: number,
  rowHeight: number,
  offset: number,
  { screen }: Extent,
  align: 'auto' | 'center',
): number {
  const start = index * rowHeight;
  if (align === 'center') return start - (screen - rowHeight) / 2;
  if (start < offset) return start;
  return Math.max(offset, start + rowHeight - screen);
}
