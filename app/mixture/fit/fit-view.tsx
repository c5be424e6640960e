'use client';

import { useQueryState, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { questionOf } from '@/components/fit/choices';
import { exampleRuns } from '@/components/fit/example-runs';
import { FitControls } from '@/components/fit/fit-controls';
import { RunsSource } from '@/components/fit/runs-source';
import { RunsSummary } from '@/components/fit/runs-summary';
import { MixtureNav } from '@/components/mixture/mixture-nav';
import { Section } from '@/components/overview/section';
import { Button, ErrorPanel } from '@/components/ui';
import { LAW_FACTS } from '@/lib/fit/laws/facts';
import type { FitOrder, FitQuestion } from '@/lib/fit/question';
import { guessRoles, ROLES, type Role, type Roles } from '@/lib/fit/table/column-roles';
import { unpackText } from '@/lib/fit/table/packed-text';
import { runsOf, type CheckedRuns } from '@/lib/fit/table/runs';
import type { Table } from '@/lib/fit/table/table';
import { corpusParser, fitParsers, planHref } from '@/lib/url';
import { FitPanel } from './fit-panel';
import { useRunsTable, type RunsTableUse } from './use-runs-table';

/** What a table of runs says of the ratio to train on: laws, their uncertainty, and the predicted best mixture. */
export function FitView() {
  const use = useRunsTable();
  const { read } = use;
  return (
    <div className="page">
      <MixtureNav />
      <div className="py-4">
        <h1 className="text-lg leading-6 font-semibold">Fit a law of data mixing</h1>
        <p className="text-xs text-ink-3">Losses or scores of small runs over their mixtures, in this tab.</p>
      </div>
      {read.state === 'none' ? (
        <RunsSource onFiles={use.openFiles} onText={use.openText} onAddresses={use.openAddresses} />
      ) : read.state === 'reading' ? (
        <output className="block py-6 text-ink-2">Reading the runs…</output>
      ) : read.state === 'failed' ? (
        <ErrorPanel
          error={read.error}
          title="The runs could not be read"
          actions={
            <Button size="sm" onClick={use.close}>
              Bring other runs
            </Button>
          }
          className="max-w-2xl"
        />
      ) : (
        <Loaded table={read.table} use={use} />
      )}
    </div>
  );
}

/** @returns the runs, or why there are none */
function checked(table: Table, roles: Roles): CheckedRuns | Error {
  try {
    return runsOf(table, roles);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function Loaded({ table, use }: { readonly table: Table; readonly use: RunsTableUse }) {
  const [place, setPlace] = useQueryStates(fitParsers);
  const [corpus] = useQueryState('corpus', corpusParser);
  const chosen = place.roles;
  const roles = useMemo(() => ({ ...guessRoles(table), ...soundRoles(table, chosen) }), [table, chosen]);
  const found = useMemo(() => checked(table, roles), [table, roles]);
  // By its text: the same question is fitted once, however often the page renders.
  const asked = found instanceof Error ? null : JSON.stringify(questionOf(place, found.runs));
  const order = useMemo(
    (): FitOrder | null =>
      found instanceof Error || asked === null
        ? null
        : { runs: found.runs, question: JSON.parse(asked) as FitQuestion },
    [found, asked],
  );
  const law = LAW_FACTS.find(({ name }) => name === place.law)!;
  const problems = found instanceof Error ? table.problems : [...table.problems, ...found.problems];
  return (
    <>
      <Section
        title="Runs"
        note="What was read, and what its columns are taken for. Weights of a run sum to one, within 0.01."
      >
        <RunsSummary
          table={table}
          roles={roles}
          onRole={(column, role) => void setPlace({ roles: { ...chosen, [column]: role } })}
          used={found instanceof Error ? 0 : found.runs.positions.length}
          problems={problems}
          notes={found instanceof Error ? [] : found.notes}
          isInLink={use.isInLink}
          isExample={place.table !== null && unpackText(place.table) === exampleRuns()}
          onClose={use.close}
        />
        {found instanceof Error ? (
          <ErrorPanel error={found} title="These columns hold no runs" className="mt-4 max-w-2xl" />
        ) : null}
      </Section>
      {order === null ? null : (
        <>
          <Section title="Law" note="What is fitted to what. The fit begins again when a choice changes.">
            <FitControls
              runs={order.runs}
              question={order.question}
              law={law}
              onChange={(part) => void setPlace(part as Partial<typeof place>)}
            />
          </Section>
          <FitPanel
            order={order}
            law={law}
            onBounds={(bounds) => void setPlace({ bounds })}
            planHref={(weights) => planHref({ weights: withoutNothing(weights), origin: 'fit' }, corpus)}
          />
        </>
      )}
    </>
  );
}

/** Roles of the link, of columns that there are. */
function soundRoles(table: Table, roles: Readonly<Record<string, string>>): Record<string, Role> {
  return Object.fromEntries(
    Object.entries(roles).flatMap(([column, role]) =>
      table.columns.includes(column) && isRole(role) ? [[column, role] as const] : [],
    ),
  );
}

function isRole(role: string): role is Role {
  return (ROLES as readonly string[]).includes(role);
}

/** A weight below what the planner keeps is none. */
function withoutNothing(weights: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(weights).filter(([, weight]) => weight >= 1e-6));
}
