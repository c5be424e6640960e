/** Which files of a package are documents of a corpus, by their path and size alone. */
import type { Component } from '../../corpus/index.ts';

export interface FileClass {
  readonly component: Extract<Component, 'code' | 'text'>;
  readonly language: string;
}

/** Larger files are generated, or data. In bytes. */
const MAX_FILE_BYTES = 200_000;

const CODE: Readonly<Record<string, string>> = {
  ts: 'TypeScript',
  mts: 'TypeScript',
  cts: 'TypeScript',
  tsx: 'TSX',
  js: 'JavaScript',
  mjs: 'JavaScript',
  cjs: 'JavaScript',
  jsx: 'JSX',
  css: 'CSS',
  scss: 'SCSS',
};

const TEXT: Readonly<Record<string, string>> = {
  md: 'Markdown',
  markdown: 'Markdown',
  mdx: 'MDX',
  rst: 'reStructuredText',
  txt: 'Plain text',
};

/** Prose that often has no extension. */
const NAMED_TEXT = /^(?:readme|changelog|changes|history|contributing|authors|notice|licen[cs]e|upgrading|migration)$/i;

/** Built, bundled or vendored: not what somebody wrote in this package. */
const GENERATED = /\.min\.|[.-]bundle\.|\.map$|(?:^|\/)(?:package-lock\.json|node_modules\/)/;

/**
 * @param path of the file in its package, with forward slashes
 * @param size in bytes
 * @returns what the file contributes, or null where it is neither code nor text that somebody wrote
 */
export function classifyFile(path: string, size: number): FileClass | null {
  if (size === 0 || size > MAX_FILE_BYTES || GENERATED.test(path)) return null;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
  if (Object.hasOwn(CODE, extension)) return { component: 'code', language: CODE[extension]! };
  if (Object.hasOwn(TEXT, extension)) return { component: 'text', language: TEXT[extension]! };
  return extension === '' && NAMED_TEXT.test(name) ? { component: 'text', language: 'Plain text' } : null;
}
