'use client';

import { Braces, ListTree } from 'lucide-react';
import { useMemo, useState } from 'react';
import { CopyButton, Segmented } from '@/components/ui';
import { CodeBlock } from './code-block';
import { indentJson } from './indent-json';
import { parseJson } from './json';
import { JsonTree } from './json-tree';

export interface JsonViewProps {
  /** JSON text out of a corpus; text that is no JSON is shown as it stands, and said to be none. */
  readonly text: string;
  /** Accessible name. */
  readonly label: string;
}

type Mode = 'tree' | 'text';

/** JSON as a tree or as its text. */
export function JsonView({ text, label }: JsonViewProps) {
  const parsed = useMemo(() => parseJson(text), [text]);
  const [chosen, setMode] = useState<Mode>('tree');
  const isTree = 'value' in parsed && (parsed.value.kind === 'object' || parsed.value.kind === 'array');
  const mode = isTree ? chosen : 'text';
  return (
    <div className="min-w-0">
      <div className="mb-1 flex items-center gap-2">
        {isTree ? (
          <Segmented
            label={`${label} as`}
            value={mode}
            onValueChange={setMode}
            options={[
              { value: 'tree', label: <ModeLabel icon={<ListTree aria-hidden />} text="Tree" /> },
              { value: 'text', label: <ModeLabel icon={<Braces aria-hidden />} text="Text" /> },
            ]}
          />
        ) : null}
        {'problem' in parsed ? <span className="text-xs text-ink-3">{parsed.problem}</span> : null}
        <span className="ml-auto">
          <CopyButton text={text} label="Copy" />
        </span>
      </div>
      {mode === 'tree' && 'value' in parsed ? (
        <div className="rounded-md border border-line bg-sunken px-1 py-1">
          <JsonTree value={parsed.value} label={label} />
        </div>
      ) : (
        <CodeBlock text={isTree ? indentJson(text) : text} label={label} />
      )}
    </div>
  );
}

function ModeLabel({ icon, text }: { readonly icon: React.ReactNode; readonly text: string }) {
  return (
    <>
      {icon}
      {text}
    </>
  );
}
