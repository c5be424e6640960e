'use client';

import { cx } from '@/components/ui';
import { CodeBlock, type CodeBlockProps } from './code-block';
import { diffLines, type DiffLineKind } from './diff-lines';
import { visibleText } from './visible-text';

/** Each line is an element. */
const MOST_CHARACTERS = 200_000;

const colours: Readonly<Record<DiffLineKind, string>> = {
  added: 'bg-good-soft text-good',
  removed: 'bg-bad-soft text-bad',
  hunk: 'text-m-read',
  header: 'font-semibold text-ink-2',
  context: '',
};

/** A unified diff: what was added and removed, by colour and by the sign that each line begins with. */
export function DiffBlock(block: Omit<CodeBlockProps, 'render'>) {
  return <CodeBlock {...block} render={lines} />;
}

function lines(shown: string) {
  if (shown.length > MOST_CHARACTERS) return null;
  return diffLines(shown).map(({ kind, text }, index) => (
    <span key={index} className={cx('-mx-3 block min-h-[1.125rem] px-3', colours[kind])}>
      {visibleText(text)}
      {'\n'}
    </span>
  ));
}
