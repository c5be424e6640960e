import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Markdown } from './markdown';
import { MarkdownBody } from './markdown-body';
import { MarkdownHtmlBody } from './markdown-html-body';
import { mayHoldHtml } from './markup';
import { visibleText } from './visible-text';

afterEach(cleanup);

/** The elements as they are once the parsers are loaded. */
const html = (text: string) => {
  const Body = mayHoldHtml(text) ? MarkdownHtmlBody : MarkdownBody;
  return render(<Body text={visibleText(text)} />).container;
};

describe('hostile text', () => {
  const payloads = [
    '<script>window.hit = 1</script>after',
    '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
    '<img src=x onerror="window.hit=1">',
    '<img src="https://evil.example/pixel.png" srcset="https://evil.example/2.png 2x" alt="a cat">',
    '![pixel](https://evil.example/pixel.png)',
    '![x][ref]\n\n[ref]: https://evil.example/ref.png',
    '<svg onload="window.hit=1"><image href="https://evil.example/a.png"/><script>window.hit=1</script></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=window.hit=1>',
    '<a href="javascript:window.hit=1">click</a>',
    '<a href="JaVa&#9;Script:window.hit=1">click</a>',
    '[click](javascript:window.hit=1)',
    '[click](data:text/html;base64,PHNjcmlwdD4=)',
    '[click](vbscript:x)',
    '<a href="data:text/html,<script>1</script>">d</a>',
    '<div style="background:url(https://evil.example/b.png)">styled</div>',
    '<style>@import "https://evil.example/x.css"; body{display:none}</style>',
    '<link rel="stylesheet" href="https://evil.example/x.css"><meta http-equiv="refresh" content="0;url=//evil.example">',
    '<iframe src="https://evil.example"></iframe><object data="//evil.example"></object><embed src="//evil.example">',
    '<form action="https://evil.example"><input autofocus onfocus="window.hit=1"><button formaction="javascript:1">b</button></form>',
    '<details open ontoggle="window.hit=1"><summary>s</summary></details>',
    '<video poster="https://evil.example/p.png" src="x" onerror="window.hit=1"></video><audio src="//evil.example"></audio>',
    '<p id="location" class="fixed inset-0" onclick="window.hit=1" name="x">text</p>',
    '<base href="https://evil.example/"><body onload="window.hit=1">',
    '<noscript><p title="</noscript><img src=x onerror=window.hit=1>">',
    '<template><img src=x onerror=window.hit=1></template>',
    '`<img src=x onerror=window.hit=1>`\n\n    <script>window.hit=1</script>',
    '<!--><img src=x onerror=window.hit=1>-->',
    '| <img src=x onerror=1> |\n|-|\n| <script>1</script> |',
  ];

  it.each(payloads)('%s', (payload) => {
    const container = html(payload);
    const forbidden =
      'script,style,img,svg:not([data-lucide],.lucide),iframe,object,embed,link,meta,base,form,input,video,audio,source,template,math';
    expect([...container.querySelectorAll(forbidden)].map((element) => element.outerHTML)).toEqual([]);
    for (const element of container.querySelectorAll('.prose-piece *')) {
      if (element.closest('svg')) continue;
      for (const { name } of element.attributes) {
        expect(name).not.toMatch(/^on|^(?:src|srcset|style|action|formaction|poster|background|id|name)$/);
      }
    }
    for (const link of container.querySelectorAll('a'))
      expect(link.getAttribute('href')).toMatch(/^(?:https?:\/\/|mailto:)/);
    expect((window as { hit?: number }).hit).toBeUndefined();
  });

  it('keeps no class or id of the text', () => {
    const container = html('<p id="x" class="fixed">a</p>\n\n```js\n1\n```');
    expect(container.querySelector('.fixed, #x, [class^="language"]')).toBeNull();
  });

  it('says what an image was instead of showing it', () => {
    expect(html('see ![a cat](https://evil.example/cat.png)').textContent).toContain(
      '[image: a cat — https://evil.example/cat.png]',
    );
  });

  it('shows control characters and reordering marks', () => {
    const shown = html('a\u0000b\u202ec\u001b[31m').textContent;
    expect(shown).toContain('a␀b⟨U+202E⟩c␛[31m');
  });

  it('survives what parsers cannot take', () => {
    expect(html('>'.repeat(20_000)).textContent).toContain('>>>>');
    expect(html('*a_ '.repeat(20_000)).textContent).toContain('*a_');
    expect(html('<div>'.repeat(1_100) + 'deep').textContent).toContain('deep');
  });
});

describe('documentation', () => {
  it('renders Markdown, tables and the HTML within', () => {
    const container = html('# Title\n\n<p>One <b>two</b></p><ul><li>three</li></ul>\n\n| a | b |\n|-|-|\n| 1 | 2 |');
    expect(container.querySelector('h1')?.textContent).toBe('Title');
    expect(container.querySelector('b')?.textContent).toBe('two');
    expect(container.querySelector('li')?.textContent).toBe('three');
    expect(container.querySelectorAll('td')).toHaveLength(2);
  });

  it('opens links in a new tab that learns nothing', () => {
    const link = html('[docs](https://example.com/docs)').querySelector('a');
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer nofollow ugc');
    expect(link?.getAttribute('target')).toBe('_blank');
    expect(html('[local](/etc/passwd)').querySelector('a')).toBeNull();
  });

  it('shows the text as it stands until the parsers are there, and plain text without them', async () => {
    const { container } = render(<Markdown text="two **words** <img src=x onerror=window.hit=1>" />);
    await waitFor(() => expect(container.querySelector('strong')?.textContent).toBe('words'), { timeout: 10_000 });
    expect(container.querySelector('img')).toBeNull();
    expect(render(<Markdown text="No markup here." />).container.querySelector('p')?.textContent).toBe(
      'No markup here.',
    );
  }, 15_000);

  it('folds a long text, and shows the rest on demand', async () => {
    const text = 'A paragraph of some length.\n\n'.repeat(1_200);
    const { container } = render(<Markdown text={text} />);
    expect(container.textContent.length).toBeLessThan(8_000);
    fireEvent.click(screen.getByRole('button', { name: `Show all ${text.length.toLocaleString('en')} characters` }));
    await waitFor(() => expect(container.querySelectorAll('p')).toHaveLength(1_200), { timeout: 12_000 });
    expect(container.querySelectorAll('.prose-piece').length).toBeGreaterThan(3);
  }, 15_000);
});
