'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { parseJson } from '@/components/content/json';
import { TreeList } from '@/components/content/tree-list';
import { CodeBlock } from '@/components/content/code-block';
import { useNear } from '@/components/content/use-near';
import { SchemaRowView } from './schema-row-view';
import { openAtFirst, schemaRows, type SchemaRow } from './schema-rows';
import type { FindDefinition, Placed } from './schema-model';
import { useDefinitions, type LoadDefinition } from './use-definitions';

export interface SchemaTreeProps {
  /** JSON Schema as text. */
  readonly text: string;
  /** What the schema describes, e.g. `body`: the root's label, and the start of every path. */
  readonly label: string;
  readonly load: LoadDefinition;
}

/** A JSON Schema as a tree that folds, and that reads a named schema when it is opened. */
export function SchemaTree({ text, label, load }: SchemaTreeProps) {
  const parsed = useMemo(() => parseJson(text), [text]);
  if ('problem' in parsed) {
    return (
      <>
        <p className="mb-1 text-xs text-ink-3">{parsed.problem} It is shown as it stands.</p>
        <CodeBlock text={text} label={label} />
      </>
    );
  }
  return <ParsedSchemaTree key={text} root={{ schema: parsed.value, home: parsed.value }} label={label} load={load} />;
}

/** What is open at first must not change when a definition arrives, or toggles would turn over. */
const UNREAD: FindDefinition = () => ({ state: 'unread' });

interface ParsedSchemaTreeProps {
  readonly root: Placed;
  readonly label: string;
  readonly load: LoadDefinition;
}

function ParsedSchemaTree({ root, label, load }: ParsedSchemaTreeProps) {
  const { schema } = root;
  const { find, read } = useDefinitions(load);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(() => new Set());
  const placed = useMemo(() => ({ schema, home: schema }), [schema]);
  const opened = useMemo(() => openAtFirst(placed, label, UNREAD), [placed, label]);
  const rows = useMemo(
    () => schemaRows(placed, label, find, { toggled, opened }),
    [placed, label, find, toggled, opened],
  );
  const unread = rows.find((row) => row.expanded && row.node.lookup === 'unread')?.node.refs.at(-1);
  const box = useRef<HTMLDivElement>(null);
  const near = useNear(box);
  useEffect(() => {
    // A schema far down the page is not read before the reader is close to it.
    if (near && unread !== undefined) read(unread);
  }, [near, unread, read]);
  const toggle = ({ id }: SchemaRow) => {
    const next = new Set(toggled);
    if (!next.delete(id)) next.add(id);
    setToggled(next);
  };
  return (
    <div ref={box}>
      <TreeList
        label={`Schema of ${label}`}
        rows={rows}
        onToggle={toggle}
        rowHeight={44}
        testId="schema-tree"
        renderRow={(row) => <SchemaRowView row={row} onRetry={read} />}
        pathOf={({ child }) => child.path}
      />
    </div>
  );
}
