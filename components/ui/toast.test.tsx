import { describe, expect, it, vi } from 'vitest';
import { hadToast, listenToToasts, onToast, toast } from './toast';

describe('toast', () => {
  it('keeps messages for the area that shows them, and tells that there are some', () => {
    const tell = vi.fn();
    expect(hadToast()).toBe(false);
    const stopTelling = onToast(tell);
    toast.error('Nothing was exported', { description: 'The disk is full.' });
    expect(tell).toHaveBeenCalledOnce();
    expect(hadToast()).toBe(true);

    const shown = vi.fn();
    const stop = listenToToasts(shown);
    expect(shown).toHaveBeenCalledExactlyOnceWith({
      kind: 'error',
      title: 'Nothing was exported',
      description: 'The disk is full.',
    });

    toast('Copied');
    expect(shown).toHaveBeenLastCalledWith({ kind: 'plain', title: 'Copied', description: null });
    stop();
    stopTelling();
  });
});
