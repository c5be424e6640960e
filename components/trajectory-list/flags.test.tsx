import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { clearFlags, toggleFlag, useFlags } from './flags.ts';

function Flags({ corpus }: { readonly corpus: string }) {
  return <output data-testid={corpus}>{useFlags(corpus).join(' ')}</output>;
}

const shown = (corpus: string) => screen.getByTestId(corpus).textContent;

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  localStorage.clear();
});

describe('flags', () => {
  it('are kept for each corpus, and taken away again', () => {
    render(
      <>
        <Flags corpus="a" />
        <Flags corpus="b" />
      </>,
    );
    act(() => toggleFlag('a', 's:1'));
    act(() => toggleFlag('a', 's:2'));
    act(() => toggleFlag('b', 's:1'));
    expect([shown('a'), shown('b')]).toEqual(['s:1 s:2', 's:1']);
    act(() => toggleFlag('a', 's:1'));
    act(() => clearFlags('b'));
    expect([shown('a'), shown('b')]).toEqual(['s:2', '']);
    expect(localStorage.getItem('forge.flags')).toBe('{"a":["s:2"]}');
  });

  it.each(['', '{', '[1]', '{"a":"x"}', '{"a":[1]}'])('start anew where what is stored is %j', (text) => {
    localStorage.setItem('forge.flags', text);
    render(<Flags corpus="a" />);
    expect(shown('a')).toBe('');
    act(() => toggleFlag('a', 's:1'));
    expect(shown('a')).toBe('s:1');
  });

  it('live as long as the page where nothing can be stored', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('full');
    });
    render(<Flags corpus="a" />);
    act(() => toggleFlag('a', 's:9'));
    expect(shown('a')).toBe('s:9');
  });
});
