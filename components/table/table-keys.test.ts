import { describe, expect, it } from 'vitest';
import { tableCommand } from './table-keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };
const at = (active: number) => ({ active, count: 1_000, page: 20, top: 300 });

describe('tableCommand', () => {
  it.each([
    ['ArrowDown', 5, 6],
    ['j', 5, 6],
    ['ArrowUp', 0, 0],
    ['k', 5, 4],
    ['PageDown', 5, 24],
    ['PageUp', 5, 0],
    ['PageDown', 995, 999],
    ['Home', 500, 0],
    ['End', 5, 999],
  ])('%s moves from %d to %d', (key, from, to) => {
    expect(tableCommand({ key, ...plain }, at(from))).toEqual({ kind: 'move', to });
  });

  it('starts at the top of the screen where no row is active', () => {
    expect(tableCommand({ key: 'ArrowDown', ...plain }, at(-1))).toEqual({ kind: 'move', to: 300 });
    expect(tableCommand({ key: 'Enter', ...plain }, at(-1))).toBeNull();
  });

  it('leaves the shortcuts of the browser and the app alone', () => {
    expect(tableCommand({ key: 'k', ...plain, ctrlKey: true }, at(5))).toBeNull();
    expect(tableCommand({ key: 'ArrowLeft', ...plain, altKey: true }, at(5))).toBeNull();
    expect(tableCommand({ key: 'x', ...plain }, at(5))).toBeNull();
  });

  it('does nothing in an empty list', () => {
    expect(tableCommand({ key: 'End', ...plain }, { active: -1, count: 0, page: 20, top: 0 })).toBeNull();
  });
});
