'use client';

import { useMemo, useState } from 'react';
import { FoldedText } from './folded-text';
import type { JsonKind, JsonValue } from './json';
import { jsonRows, openAtFirst, type JsonRow } from './json-rows';
import { TreeList } from './tree-list';
import { visibleText } from './visible-text';

const LONG_STRING = 240;
const LONG_KEY = 200;

export interface JsonTreeProps {
  readonly value: JsonValue;
  /** Accessible name, e.g. "Example 200". */
  readonly label: string;
}

/** A JSON value as a tree that folds. Numbers and strings are shown as they are written. */
export function JsonTree({ value, label }: JsonTreeProps) {
  const opened = useMemo(() => openAtFirst(value), [value]);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(() => new Set());
  const rows = useMemo(() => jsonRows(value, opened, toggled), [value, opened, toggled]);
  const toggle = ({ id }: JsonRow) => {
    const next = new Set(toggled);
    if (!next.delete(id)) next.add(id);
    setToggled(next);
  };
  return (
    <TreeList
      label={label}
      rows={rows}
      onToggle={toggle}
      rowHeight={20}
      testId="json-tree"
      renderRow={renderRow}
      pathOf={({ path }) => path}
    />
  );
}

function renderRow(row: JsonRow) {
  return (
    <div className="min-h-5 min-w-0 font-mono text-xs leading-5">
      {row.key === null ? null : (
        <span className="text-ink-2 [overflow-wrap:anywhere]">{visibleText(row.key.slice(0, LONG_KEY))}: </span>
      )}
      <JsonRowValue row={row} />
    </div>
  );
}

const colours: Readonly<Record<JsonKind, string>> = {
  string: 'text-good',
  number: 'text-c-documentation',
  boolean: 'text-warn',
  null: 'text-ink-3',
  object: 'text-ink-3',
  array: 'text-ink-3',
};

function JsonRowValue({ row: { value, expandable, expanded } }: { readonly row: JsonRow }) {
  const colour = colours[value.kind];
  switch (value.kind) {
    case 'object':
      return <span className={colour}>{expandable && !expanded ? `{ ${value.size} }` : expandable ? '' : '{ }'}</span>;
    case 'array':
      return <span className={colour}>{expandable && !expanded ? `[ ${value.size} ]` : expandable ? '' : '[ ]'}</span>;
    case 'string':
      return <FoldedText text={value.string ?? ''} first={LONG_STRING} quote={'"'} className={colour} />;
    default:
      return <FoldedText text={value.text} first={LONG_STRING} className={colour} />;
  }
}
