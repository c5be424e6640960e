import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui';
import { ContentView, type ContentViewProps } from './content-view';
import { dataImages } from './parts-view';
import { rangesOf } from './use-find-highlights';

afterEach(cleanup);

function show(text: string, props: Partial<ContentViewProps> = {}) {
  return render(
    <TooltipProvider>
      <ContentView text={text} label="Text" type={null} speaker="tool" {...props} />
    </TooltipProvider>,
  ).container;
}

describe('ContentView', () => {
  it('draws colours of a terminal, and the sequences as glyphs where it is asked for the text as it stands', () => {
    const container = show('\u001b]0;title\u0007\u001b[31mred\u001b[0m');
    expect(container.querySelector('.ansi-red-fg')?.textContent).toBe('red');
    expect(container.querySelector('pre')?.textContent).toBe('red');
    fireEvent.click(screen.getByRole('button', { name: 'Show the text as it stands' }));
    expect(container.querySelector('pre')?.textContent).toBe('␛]0;title␇␛[31mred␛[0m');
  });

  it('marks added and removed lines', () => {
    const container = show('@@ -1 +1 @@\n-old\n+new');
    expect(container.querySelector('.text-bad')?.textContent).toBe('-old\n');
    expect(container.querySelector('.text-good')?.textContent).toBe('+new\n');
  });

  it('never makes elements of HTML', async () => {
    const container = show('<!doctype html><img src=x onerror=alert(1)><b>x</b>');
    await screen.findByRole('button', { name: 'Show the text as it stands' });
    expect(container.querySelector('img, b')).toBeNull();
    expect(container.querySelector('pre')?.textContent).toContain('onerror=alert(1)');
  });

  it('shows an image that the text holds, and none that would have to be fetched', () => {
    expect(show('data:image/png;base64,iVBORw0KGgo=').querySelector('img')).not.toBeNull();
    cleanup();
    expect(show('https://example.test/a.png').querySelector('img')).toBeNull();
  });

  it('opens the fold as far as what must be in sight', () => {
    const text = `${'line\n'.repeat(5_000)}needle\n${'line\n'.repeat(5_000)}`;
    expect(show(text).textContent).not.toContain('needle');
    cleanup();
    expect(show(text, { reveal: text.indexOf('needle') }).textContent).toContain('needle');
  });

  it('says of white space that it is there', () => {
    expect(show(' \n').textContent).toBe('White space only.');
  });
});

describe('code within Markdown', () => {
  it('is coloured where it names its language, and keeps its text', async () => {
    const container = show('Before\n\n```python\nreturn None  # <b>\n```\n\n```\nplain\n```', { speaker: 'assistant' });
    await vi.waitFor(() => expect(container.querySelector('.hljs-keyword')?.textContent).toBe('return'), 10_000);
    const [python, plain] = container.querySelectorAll('pre');
    expect(python?.textContent).toBe('return None  # <b>\n');
    expect(plain?.querySelector('span')).toBeNull();
  });
});

describe('parts of a message', () => {
  it('finds image data in the forms of several formats, and takes no address', () => {
    const png = 'data:image/png;base64,AA==';
    const parts = [
      { type: 'image_url', image_url: { url: png } },
      { type: 'input_image', image_url: png },
      { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AA==' } },
      { type: 'image', image: png },
      { type: 'image_url', image_url: { url: 'https://example.test/x.png' } },
      'text',
    ];
    expect(dataImages(JSON.stringify(parts))).toEqual([png, png, png, png]);
    expect(dataImages('not json')).toEqual([]);
  });
});

describe('what was searched for', () => {
  it('is found in text nodes, whatever its case', () => {
    document.body.innerHTML = '<p>One needle, two <b>NEEDLES</b></p>';
    expect(rangesOf(document.body, 'needle').map(String)).toEqual(['needle', 'NEEDLE']);
  });
});
