'use client';

import { useState } from 'react';
import { ScrollArea } from '@/components/charts/scroll-area';
import { Button, Select } from '@/components/ui';
import { formatPlural } from '@/lib/format/numbers';
import { ROLES, type Role, type Roles } from '@/lib/fit/table/column-roles';
import type { RowProblem, Table } from '@/lib/fit/table/table';

export interface RunsSummaryProps {
  readonly table: Table;
  readonly roles: Roles;
  readonly onRole: (column: string, role: Role) => void;
  /** Runs that are used. */
  readonly used: number;
  readonly problems: readonly RowProblem[];
  readonly notes: readonly string[];
  readonly isInLink: boolean;
  /** Whether they are the invented ones that the page offers. */
  readonly isExample: boolean;
  readonly onClose: () => void;
}

/** Problems that are listed at most; the rest is counted. */
const LISTED = 200;

/** What was read, what its columns are taken for, and what was left out. */
export function RunsSummary(props: RunsSummaryProps) {
  const { table, used, problems, notes, isInLink, isExample, onClose } = props;
  const [shown, setShown] = useState<'roles' | 'problems' | null>(null);
  const toggle = (what: 'roles' | 'problems') => setShown(shown === what ? null : what);
  return (
    <div data-testid="runs-summary">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="min-w-0 truncate font-medium">{table.name}</span>
        <span className="tabular text-ink-2">
          {formatPlural(used, 'run')} of {formatPlural(table.rows.length, 'row')}
        </span>
        <Button size="sm" aria-expanded={shown === 'roles'} onClick={() => toggle('roles')}>
          {formatPlural(table.columns.length, 'column')}
        </Button>
        {problems.length === 0 ? null : (
          <Button size="sm" aria-expanded={shown === 'problems'} onClick={() => toggle('problems')}>
            {formatPlural(problems.length, 'problem')}
          </Button>
        )}
        <Button size="sm" variant="ghost" onClick={onClose}>
          Other runs…
        </Button>
      </div>
      {isExample ? (
        <p className="mt-2 max-w-[80ch] border-l-2 border-l-warn bg-warn-soft px-3 py-2">
          Synthetic runs of an invented law: nothing was trained, and what follows says nothing of any model.
        </p>
      ) : null}
      <p className="mt-1 max-w-[80ch] text-xs text-ink-3">
        {isInLink
          ? 'The address of this page restores all of it.'
          : 'The table is in this tab only: a link to this page does not hold it. Files at an address, or tables below 8 kB that are pasted, are kept by the link.'}{' '}
        {notes.join(' ')}
      </p>
      {shown === 'roles' ? <RolesTable {...props} /> : null}
      {shown === 'problems' ? <Problems problems={problems} /> : null}
    </div>
  );
}

const ROLE_LABELS: Readonly<Record<Role, string>> = {
  weight: 'weight in the mixture',
  loss: 'loss, lower is better',
  score: 'score, higher is better',
  size: 'parameters of the model',
  tokens: 'tokens trained on',
  ignore: 'not used',
};

function RolesTable({ table, roles, onRole }: RunsSummaryProps) {
  const options = ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] }));
  return (
    <ScrollArea label="Columns" className="mt-3 max-h-80 border-y border-line">
      <table className="w-full max-w-3xl">
        <caption className="sr-only">What each column is taken for</caption>
        <tbody>
          {table.columns.map((column) => (
            <tr key={column} className="h-9 border-b border-line last:border-0">
              <th scope="row" className="pr-4 text-left font-mono text-xs font-normal break-all">
                {column}
              </th>
              <td className="tabular pr-4 text-xs text-ink-3">
                {table.rows
                  .slice(0, 3)
                  .map(({ cells }) => String(cells[column] ?? '').slice(0, 12))
                  .join(', ')}
              </td>
              <td>
                <Select
                  label={`Role of ${column}`}
                  value={roles[column] ?? 'ignore'}
                  onValueChange={(role) => onRole(column, role)}
                  options={options}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function Problems({ problems }: Pick<RunsSummaryProps, 'problems'>) {
  return (
    <ScrollArea label="Rows that were left out" className="mt-3 max-h-80 border-y border-line">
      <table className="w-full text-xs" data-testid="runs-problems">
        <caption className="sr-only">Rows that were left out, and why</caption>
        <tbody>
          {problems.slice(0, LISTED).map(({ file, position, message }, i) => (
            // Two problems may have the same words.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={i} className="border-b border-line last:border-0 [&>td]:py-1 [&>td]:pr-4 [&>td]:align-top">
              <td className="break-all text-ink-3">{file}</td>
              <td className="tabular whitespace-nowrap">{position}</td>
              <td className="w-full break-words">{message.slice(0, 500)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > LISTED ? <p className="py-1 text-xs text-ink-3">and {problems.length - LISTED} more</p> : null}
    </ScrollArea>
  );
}
