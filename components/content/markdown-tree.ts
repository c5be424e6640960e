/**
 * Markdown and HTML of a corpus into a tree that is safe to render. The text is hostile: no script, style, form,
 * frame, image, id or class survives, and only http, https and mailto links do.
 */
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const BLOCKS = ['p', 'div', 'blockquote', 'pre', 'hr', 'br', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'details', 'summary'];
const TABLE = ['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'];
const INLINE = 'a b strong i em s del ins u code kbd samp var sub sup q abbr small mark span'.split(' ');

const schema: Schema = {
  tagNames: [...HEADINGS, ...BLOCKS, ...TABLE, ...INLINE],
  attributes: {
    a: ['href'],
    // The language of a fence, which is the only class that survives.
    code: [['className', /^language-[\w+#.-]{1,30}$/]],
    ol: ['start'],
    th: ['colSpan', 'rowSpan'],
    td: ['colSpan', 'rowSpan'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  // Their text is no prose. Of every other unknown element the text stays.
  strip: ['script', 'style', 'iframe', 'object', 'embed', 'template', 'noscript', 'svg', 'math', 'textarea', 'title'],
  ancestors: { tr: ['table'], td: ['table'], th: ['table'], thead: ['table'], tbody: ['table'], tfoot: ['table'] },
  required: {},
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
};

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true }).freeze();

/** Quotes and lists nested so deep that no reader means it, and that the parser takes seconds for. */
const CONTAINERS = /^(?:[ \t]{0,3}(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))){40}/m;
const MOST_DELIMITERS = 2_000;

/** A paragraph with thousands of marks of emphasis takes the parser time by their square. */
function isKnotted(paragraph: string): boolean {
  if (paragraph.length < MOST_DELIMITERS) return false;
  return (paragraph.match(/(?<!\w)[*_~]|[*_~](?!\w)/g)?.length ?? 0) > MOST_DELIMITERS;
}

/** Reads the HTML that stands within a tree of Markdown (hast-util-raw). */
export type ReadHtml = (tree: Root) => Root;

/**
 * Parses Markdown, and the HTML within it.
 * @param text hostile text
 * @param readHtml for text that may hold HTML, which is left out without it
 * @returns a tree of allowed elements and text only; a paragraph with the text as it stands where it cannot be parsed
 */
export function markdownTree(text: string, readHtml?: ReadHtml): Root {
  if (CONTAINERS.test(text) || text.split(/\n\s*\n/).some(isKnotted)) return plain(text);
  try {
    const parsed = parser.runSync(parser.parse(text)) as Root;
    const tree = readHtml === undefined ? parsed : readHtml(parsed);
    spellOutImages(tree.children);
    return sanitize(tree, schema) as Root;
  } catch {
    // Elements nested thousands deep exhaust the stack of the parsers.
    return plain(text);
  }
}

/** An image is never fetched: its alternative text and its address stand for it. */
function spellOutImages(nodes: (RootContent | ElementContent)[]): void {
  nodes.forEach((node, index) => {
    if (node.type !== 'element') return;
    if (node.tagName === 'img' || node.tagName === 'image') nodes[index] = imageText(node);
    else spellOutImages(node.children);
  });
}

const LONGEST_ADDRESS = 200;

function imageText({ properties }: Element): Text {
  const said = typeof properties['alt'] === 'string' ? properties['alt'].trim() : '';
  const from = typeof properties['src'] === 'string' ? properties['src'] : '';
  const address = from.length > LONGEST_ADDRESS ? `${from.slice(0, LONGEST_ADDRESS)}…` : from;
  return { type: 'text', value: `[image: ${[said, address].filter((part) => part !== '').join(' — ')}]` };
}

function plain(value: string): Root {
  return {
    type: 'root',
    children: [{ type: 'element', tagName: 'pre', properties: {}, children: [{ type: 'text', value }] }],
  };
}

/**
 * Splits a tree into trees of about one size, so that a page can lay out only those in view.
 * @param tree a tree of `markdownTree`
 * @param size characters of a piece, about; one block that is larger stays whole
 */
export function splitTree(tree: Root, size: number): Root[] {
  const pieces: Root[] = [];
  let piece: Root = { type: 'root', children: [] };
  let length = 0;
  for (const child of tree.children) {
    const own = textLength(child);
    if (length > 0 && length + own > size) {
      pieces.push(piece);
      piece = { type: 'root', children: [] };
      length = 0;
    }
    piece.children.push(child);
    length += own;
  }
  return piece.children.length > 0 || pieces.length === 0 ? [...pieces, piece] : pieces;
}

function textLength(node: RootContent): number {
  if (node.type === 'text') return node.value.length;
  if (node.type !== 'element') return 0;
  return node.children.reduce((sum, child) => sum + textLength(child), 0);
}
