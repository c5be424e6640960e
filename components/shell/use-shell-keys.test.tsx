import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import * as Radix from 'radix-ui/dialog';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useShellKeys } from './use-shell-keys';

const keys = { onPalette: vi.fn(), onHelp: vi.fn(), onGo: vi.fn() };

function Page({ dialog = false }: { readonly dialog?: boolean }) {
  useShellKeys(keys);
  return (
    <>
      <input aria-label="field" />
      {dialog ? (
        <Radix.Root open modal={false}>
          <Radix.Content aria-describedby={undefined}>
            <Radix.Title>Open</Radix.Title>
          </Radix.Content>
        </Radix.Root>
      ) : null}
    </>
  );
}

describe('useShellKeys', () => {
  beforeEach(() => void vi.clearAllMocks());
  afterEach(cleanup);

  it('opens the palette with Ctrl or Command and K, even from a field', () => {
    render(<Page />);
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    fireEvent.keyDown(screen.getByLabelText('field'), { key: 'K', metaKey: true });
    expect(keys.onPalette).toHaveBeenCalledTimes(2);
  });

  it('goes to a page with g and a letter', () => {
    render(<Page />);
    fireEvent.keyDown(document.body, { key: 'g' });
    fireEvent.keyDown(document.body, { key: 'a' });
    fireEvent.keyDown(document.body, { key: 't' });
    expect(keys.onGo.mock.calls).toEqual([['a']]);
  });

  it('leaves letters alone in fields and below dialogs', () => {
    const { rerender } = render(<Page />);
    fireEvent.keyDown(screen.getByLabelText('field'), { key: '?' });
    rerender(<Page dialog />);
    fireEvent.keyDown(document.body, { key: '?' });
    expect(keys.onHelp).not.toHaveBeenCalled();
    rerender(<Page />);
    fireEvent.keyDown(document.body, { key: '?' });
    expect(keys.onHelp).toHaveBeenCalledOnce();
  });
});
