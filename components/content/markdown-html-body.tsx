'use client';

import type { Root } from 'hast';
import { raw } from 'hast-util-raw';
import { MarkdownBody } from './markdown-body';

const readHtml = (tree: Root) => raw(tree) as Root;

/** Markdown that holds HTML; loaded apart, since the parser of HTML is as large as that of Markdown. */
export function MarkdownHtmlBody({ text }: { readonly text: string }) {
  return <MarkdownBody text={text} readHtml={readHtml} />;
}
