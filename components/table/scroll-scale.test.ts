import { describe, expect, it } from 'vitest';
import {
  MAX_HEIGHT,
  offsetOf,
  positionAfter,
  positionAt,
  scrolledHeight,
  type Extent,
  type Position,
} from './scroll-scale.ts';

const ROW = 28;
const million: Extent = { total: 1_000_000 * ROW, screen: 840 };
const short: Extent = { total: 1_000 * ROW, screen: 840 };
const end = million.total - million.screen;

/** The element after it was scrolled by some px, as a browser does it. */
function scroll(position: Position, by: number, extent: Extent): Position {
  const most = scrolledHeight(extent) - extent.screen;
  return positionAfter(position, Math.min(most, Math.max(0, position.top + by)), extent);
}

describe('a list that fits', () => {
  it('stands where the element stands', () => {
    expect(positionAt(5_000, short)).toEqual({ offset: 5_000, top: 5_000 });
    expect(positionAfter({ offset: 0, top: 0 }, 20_000, short)).toEqual({ offset: 20_000, top: 20_000 });
  });
});

describe('a list of a million rows', () => {
  it('is no higher than browsers lay out', () => expect(scrolledHeight(million)).toBe(MAX_HEIGHT));

  it('moves by as much as is scrolled, however far', () => {
    let position = positionAt(0, million);
    for (let i = 1; i <= 20_000; i++) {
      position = scroll(position, 100, million);
      expect(position.offset).toBe(i * 100);
    }
    for (let i = 1; i <= 20_000; i++) position = scroll(position, -100, million);
    expect(position).toEqual({ offset: 0, top: 0 });
  });

  it('reaches both ends exactly', () => {
    let position = positionAt(end - 30_000, million);
    for (let i = 0; i < 400; i++) position = scroll(position, 100, million);
    expect(position).toEqual({ offset: end, top: MAX_HEIGHT - million.screen });
    position = positionAt(30_000, million);
    for (let i = 0; i < 400; i++) position = scroll(position, -100, million);
    expect(position).toEqual({ offset: 0, top: 0 });
  });

  it('follows a drag of the scrollbar by its share', () => {
    const half = positionAfter({ offset: 0, top: 0 }, (MAX_HEIGHT - million.screen) / 2, million);
    expect(half.offset).toBeCloseTo(end / 2, 3);
    expect(positionAt(half.offset, million).top).toBe(half.top);
    expect(positionAfter(half, MAX_HEIGHT - million.screen, million).offset).toBe(end);
    expect(positionAfter(half, 0, million).offset).toBe(0);
  });

  it('never stands where the element cannot go on', () => {
    let position = positionAt(123_456, million);
    for (let i = 0; i < 2_000 && position.offset > 0; i++) {
      position = scroll(position, -700, million);
      expect(position.top > 0 || position.offset === 0).toBe(true);
    }
    expect(position.offset).toBe(0);
  });
});

describe('offsetOf', () => {
  it('shows a row with as little movement as is needed', () => {
    expect(offsetOf(10, ROW, 0, million, 'auto')).toBe(0);
    expect(offsetOf(30, ROW, 0, million, 'auto')).toBe(28);
    expect(offsetOf(3, ROW, 1_000, million, 'auto')).toBe(84);
    expect(positionAt(offsetOf(999_999, ROW, 0, million, 'auto'), million).offset).toBe(end);
    expect(offsetOf(500, ROW, 0, million, 'center')).toBe(14_000 - 406);
  });
});
