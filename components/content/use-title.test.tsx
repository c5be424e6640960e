import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useTitle, windowTitle } from './use-title';

afterEach(cleanup);

function Named({ title }: { readonly title: string }) {
  useTitle(title);
  return null;
}

it('is what the browser gives back, whatever white space the record has', () => {
  const odd = '  First line\n\n\tsecond\r\n line  ';
  expect(windowTitle(odd)).toBe('First line second line · Forge Explorer');
  render(<Named title={odd} />);
  expect(document.title).toBe(windowTitle(odd));
});
