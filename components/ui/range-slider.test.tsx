import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RangeSlider } from './range-slider';

function slider(onCommit: (value: readonly [number, number]) => void) {
  render(
    <RangeSlider
      label="Calls"
      min={0}
      max={10}
      value={[2, 8]}
      onCommit={onCommit}
      format={(value) => `${value} calls`}
    />,
  );
}

describe('RangeSlider', () => {
  afterEach(cleanup);

  it('names both thumbs and says their values for people', () => {
    slider(() => undefined);
    const low = screen.getByRole('slider', { name: 'Calls, at least' });
    const high = screen.getByRole('slider', { name: 'Calls, at most' });
    expect(low.getAttribute('aria-valuetext')).toBe('2 calls');
    expect(high.getAttribute('aria-valuetext')).toBe('8 calls');
  });

  it('commits the pair when a key moves a thumb', () => {
    const onCommit = vi.fn();
    slider(onCommit);
    const high = screen.getByRole('slider', { name: 'Calls, at most' });
    high.focus();
    fireEvent.keyDown(high, { key: 'ArrowLeft' });
    expect(onCommit).toHaveBeenLastCalledWith([2, 7]);
  });
});
