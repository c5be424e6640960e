import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CopyButton } from './copy-button';
import { toast } from './toast';

function clipboard(writeText: (text: string) => Promise<void>) {
  vi.stubGlobal('navigator', { clipboard: { writeText } });
}

describe('CopyButton', () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('copies, and says so', async () => {
    const written: string[] = [];
    clipboard((text) => Promise.resolve(void written.push(text)));
    render(<CopyButton text={() => Promise.resolve('the id')} label="Copy id" />);
    fireEvent.click(screen.getByRole('button', { name: 'Copy id' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Copied' })).toBeTruthy());
    expect(written).toEqual(['the id']);
  });

  it('says that nothing was copied where the browser refuses', async () => {
    const said = vi.spyOn(toast, 'error').mockImplementation(() => undefined);
    clipboard(() => Promise.reject(new Error('not allowed')));
    render(<CopyButton text="x" label="Copy id" />);
    fireEvent.click(screen.getByRole('button', { name: 'Copy id' }));
    await waitFor(() => expect(said).toHaveBeenCalledWith('Nothing was copied', { description: 'not allowed' }));
    expect(screen.queryByRole('button', { name: 'Copied' })).toBeNull();
  });
});
