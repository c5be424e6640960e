'use client';

import { ListTree, Text } from 'lucide-react';
import { useMemo, useState } from 'react';
import { CopyButton, cx, IconButton } from '@/components/ui';
import { CodeBlock } from './code-block';
import { indentJson } from './indent-json';
import { parseJson } from './json';
import { JsonTree } from './json-tree';

export interface JsonViewProps {
  /** JSON text out of a corpus; text that is no JSON is shown as it stands, and said to be none. */
  readonly text: string;
  /** Accessible name. */
  readonly label: string;
  /** Long lines of the text are wrapped, else scrolled. */
  readonly wrap?: boolean;
}

/** JSON as a tree or as its text. */
export function JsonView({ text, label, wrap = true }: JsonViewProps) {
  const parsed = useMemo(() => parseJson(text), [text]);
  const [asText, setAsText] = useState(false);
  const isTree = 'value' in parsed && parsed.value.size > 0;
  const showTree = isTree && !asText;
  return (
    <div className="relative min-w-0" data-testid="json-view">
      <div className={cx('z-1 flex rounded-md', showTree ? 'float-right m-1' : 'absolute top-1 right-1 bg-sunken')}>
        {isTree ? (
          <IconButton label={showTree ? 'Show as text' : 'Show as a tree'} size="sm" onClick={() => setAsText(!asText)}>
            {showTree ? <Text aria-hidden /> : <ListTree aria-hidden />}
          </IconButton>
        ) : null}
        <CopyButton text={text} label="Copy" iconOnly />
      </div>
      {showTree ? (
        <div className="rounded-md border border-line bg-sunken px-1 py-1">
          <JsonTree value={parsed.value} label={label} />
        </div>
      ) : (
        <CodeBlock text={isTree ? indentJson(text) : text} label={label} wrap={wrap} className="[&>pre]:pr-14" />
      )}
      {'problem' in parsed ? <p className="mt-1 text-xs text-ink-3">{parsed.problem}</p> : null}
    </div>
  );
}
