import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Segmented } from './segmented';

describe('Segmented', () => {
  afterEach(cleanup);

  it('always has one choice: pressing the chosen one changes nothing', () => {
    const onValueChange = vi.fn();
    const options = [
      { value: 'share', label: 'Share' },
      { value: 'count', label: 'Count' },
    ] as const;
    render(<Segmented label="Scale" value="share" onValueChange={onValueChange} options={options} />);
    fireEvent.click(screen.getByRole('radio', { name: 'Share' }));
    expect(onValueChange).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('radio', { name: 'Count' }));
    expect(onValueChange).toHaveBeenCalledExactlyOnceWith('count');
  });
});
