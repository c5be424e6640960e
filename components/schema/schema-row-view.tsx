import { RefreshCw } from 'lucide-react';
import { FoldedText } from '@/components/content/folded-text';
import { Markdown } from '@/components/content/markdown';
import { visibleText } from '@/components/content/visible-text';
import { Badge, Button, cx } from '@/components/ui';
import { Facts } from './facts';
import type { SchemaRow } from './schema-rows';

const LONG_NAME = 160;

export interface SchemaRowViewProps {
  readonly row: SchemaRow;
  /** Reads a named schema again. */
  readonly onRetry: (name: string) => void;
}

/** One line of a schema: name, type and marks; below them what the schema says. */
export function SchemaRowView({ row, onRetry }: SchemaRowViewProps) {
  const { child, node } = row;
  return (
    <div className="min-w-0 py-1">
      <div className="flex min-h-5 min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
        <span
          className={cx(
            '[overflow-wrap:anywhere]',
            child.kind === 'property' ? 'font-mono text-xs font-semibold' : 'text-xs text-ink-2 italic',
          )}
        >
          {visibleText(child.label.slice(0, LONG_NAME))}
        </span>
        <SchemaType row={row} />
        {child.required ? <span className="text-2xs font-medium text-accent">required</span> : null}
        {node.marks.map((mark) => (
          <Badge key={mark} tone={mark === 'deprecated' ? 'warn' : 'neutral'}>
            {mark}
          </Badge>
        ))}
      </div>
      {node.description === null ? null : (
        <Markdown text={node.description} first={500} className="prose-small text-ink-2" />
      )}
      <Facts facts={node.facts} />
      <SchemaNote row={row} onRetry={onRetry} />
    </div>
  );
}

function SchemaType({ row: { node, cycle } }: { readonly row: SchemaRow }) {
  return (
    <span className="font-mono text-xs text-ink-2 [overflow-wrap:anywhere]">
      {cycle === null ? null : (
        <span className="text-warn" title={`${cycle} contains itself here: open it level by level`}>
          ↻{' '}
        </span>
      )}
      <FoldedText text={node.type} first={LONG_NAME} />
      {node.format === null ? null : (
        <span className="text-ink-3"> · {visibleText(node.format.slice(0, LONG_NAME))}</span>
      )}
    </span>
  );
}

function SchemaNote({ row: { node, expanded }, onRetry }: SchemaRowViewProps) {
  const name = node.refs.at(-1) ?? '';
  if (node.failure !== null) {
    return (
      <p role="alert" className="flex flex-wrap items-center gap-2 text-xs text-bad">
        {name} could not be read: {node.failure.slice(0, 300)}
        <Button size="sm" onClick={() => onRetry(name)}>
          Try again
        </Button>
      </p>
    );
  }
  if (node.dangling !== null) {
    return (
      <p className="text-xs text-warn">
        The reference <code className="font-mono">{visibleText(node.dangling.slice(0, LONG_NAME))}</code> leads nowhere
        in this corpus.
      </p>
    );
  }
  if (!expanded || (node.lookup !== 'loading' && node.lookup !== 'unread')) return null;
  return (
    <p className="flex items-center gap-1.5 text-xs text-ink-3">
      <RefreshCw className="size-3 animate-spin" aria-hidden /> Reading {visibleText(name.slice(0, LONG_NAME))}
    </p>
  );
}
