'use client';

import type { Root } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { common, createLowlight } from 'lowlight';
import { useCallback } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { CodeBlock, type CodeBlockProps } from './code-block';
import { visibleText } from './visible-text';

const lowlight = createLowlight(common);

/** Longer texts are shown plain: the highlighter reads a megabyte in seconds. */
const MOST_CHARACTERS = 60_000;

/** A program with its syntax in colour; loaded apart, since the grammars are larger than a page's own code. */
export function HighlightedCode({
  language,
  ...block
}: Omit<CodeBlockProps, 'render'> & { readonly language: string }) {
  const render = useCallback((shown: string) => highlighted(shown, language), [language]);
  return <CodeBlock {...block} render={render} />;
}

/** The text with its syntax in colour, without a frame of its own. */
export function HighlightedText({ text, language }: { readonly text: string; readonly language: string }) {
  return highlighted(text, language) ?? text;
}

function highlighted(shown: string, language: string) {
  if (shown.length > MOST_CHARACTERS || !lowlight.registered(language)) return null;
  const tree: Root = lowlight.highlight(language, visibleText(shown));
  return toJsxRuntime(tree, { Fragment, jsx, jsxs });
}
