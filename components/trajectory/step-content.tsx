'use client';

import { useMemo } from 'react';
import { CodeBlock } from '@/components/content/code-block';
import { parseJson } from '@/components/content/json';
import { JsonView } from '@/components/content/json-view';
import { Markdown } from '@/components/content/markdown';

/** Beyond this a text is not tried as JSON unless it is declared to be: parsing would hold the page up. */
const LONGEST_GUESS = 2_000_000;

export interface StepContentProps {
  readonly text: string;
  /** Media type, where the source declares one. */
  readonly type: string | null;
  /** Who says it: prose is expected of all but tools. */
  readonly speaker: string;
  /** Accessible name. */
  readonly label: string;
}

/** The text of a step: JSON as a tree, prose as Markdown, anything else as it stands. */
export function StepContent({ text, type, speaker, label }: StepContentProps) {
  const form = useMemo(() => formOf(text, type, speaker), [text, type, speaker]);
  if (text.trim() === '') return <p className="text-xs text-ink-3">Empty text.</p>;
  if (form === 'json') return <JsonView text={text} label={label} />;
  if (form === 'prose') return <Markdown text={text} />;
  return <CodeBlock text={text} label={label} firstLines={24} />;
}

type Form = 'json' | 'prose' | 'plain';

/** @returns how a text is best shown; what an observation is, is told by its media type, else by its first character */
function formOf(text: string, type: string | null, speaker: string): Form {
  const declared = type?.toLowerCase() ?? '';
  if (isJson(text, /[/+]json\b/.test(declared))) return 'json';
  if (speaker === 'tool') return declared.startsWith('text/markdown') ? 'prose' : 'plain';
  return declared === '' || declared.startsWith('text/markdown') ? 'prose' : 'plain';
}

function isJson(text: string, declared: boolean): boolean {
  if (!declared && (text.length > LONGEST_GUESS || !/^\s*[[{]/.test(text))) return false;
  return 'value' in parseJson(text);
}
