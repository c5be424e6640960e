'use client';

import { FileText, Sparkles } from 'lucide-react';
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { CopyButton, cx, IconButton } from '@/components/ui';
import { CodeBlock } from './code-block';
import { contentKind, type ContentHints, type ContentKind } from './content-kind';
import { DataImage } from './data-image';
import { DiffBlock } from './diff-block';
import { JsonView } from './json-view';
import { Markdown } from './markdown';
import { TerminalBlock } from './terminal-block';

const HighlightedCode = lazy(() =>
  import('./highlighted-code').then((module) => ({ default: module.HighlightedCode })),
);

export interface ContentViewProps extends ContentHints {
  /** Hostile text. */
  readonly text: string;
  /** Accessible name. */
  readonly label: string;
  /** Long lines are wrapped, else scrolled. */
  readonly wrap?: boolean;
  /** Position of a character that must be in sight, e.g. of what was searched for; what is folded opens as far. */
  readonly reveal?: number | null;
  /** Lines that are shown before the text is unfolded. */
  readonly firstLines?: number;
}

const FIRST_LINES = 24;

/** A text by what it is: a tree, prose, a program, a terminal, changes, an image. Beside it, the way to the text as it stands. */
export function ContentView(props: ContentViewProps) {
  const { text, label, wrap = true, reveal = null, firstLines = FIRST_LINES, ...hints } = props;
  const { type, speaker, language = null } = hints;
  const kind = useMemo(() => contentKind(text, { type, speaker, language }), [text, type, speaker, language]);
  const [asItStands, setAsItStands] = useState(false);
  if (text.trim() === '') return <p className="text-xs text-ink-3">{emptyText(text)}</p>;
  const plain = <CodeBlock text={text} label={label} firstLines={firstLines} wrap={wrap} reveal={reveal} />;
  // A tree folds by value, not by position: what must be in sight is in the text.
  if (kind === 'json') return reveal === null ? <JsonView text={text} label={label} wrap={wrap} /> : plain;
  if (kind === 'plain') return plain;
  return (
    <div className="group/content relative min-w-0">
      <span
        className={cx(
          'z-1 flex rounded-md',
          kind === 'markdown' ? 'float-right ml-2' : 'absolute top-1 right-1 bg-sunken',
        )}
      >
        <IconButton
          label={asItStands ? `Show as ${KIND_NAMES[kind]}` : 'Show the text as it stands'}
          size="sm"
          onClick={() => setAsItStands(!asItStands)}
        >
          {asItStands ? <Sparkles aria-hidden /> : <FileText aria-hidden />}
        </IconButton>
        <CopyButton text={text} label="Copy" iconOnly size="sm" />
      </span>
      {asItStands ? plain : rendered(kind, { text, label, wrap, reveal, language, firstLines }, plain)}
    </div>
  );
}

const KIND_NAMES: Readonly<Record<ContentKind, string>> = {
  json: 'a tree',
  markdown: 'Markdown',
  code: 'a program',
  diff: 'changes',
  terminal: 'a terminal',
  html: 'marked-up source',
  image: 'an image',
  plain: 'text',
};

interface Shown {
  readonly text: string;
  readonly label: string;
  readonly wrap: boolean;
  readonly reveal: number | null;
  readonly language: string | null;
  readonly firstLines: number;
}

function rendered(kind: ContentKind, { language, ...block }: Shown, plain: ReactNode): ReactNode {
  const { text, label, reveal } = block;
  switch (kind) {
    case 'markdown':
      return <Markdown text={text} reveal={reveal} />;
    case 'image':
      return <DataImage url={text} label={label} />;
    case 'diff':
      return <DiffBlock {...block} />;
    case 'terminal':
      return <TerminalBlock {...block} />;
    case 'html':
    case 'code':
      return (
        <Suspense fallback={plain}>
          <HighlightedCode {...block} language={kind === 'html' ? 'xml' : (language ?? 'plaintext')} />
        </Suspense>
      );
    default:
      return plain;
  }
}

function emptyText(text: string): string {
  return text === '' ? 'Empty text.' : 'White space only.';
}
