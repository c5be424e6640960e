'use client';

import { X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useQueryState, useQueryStates } from 'nuqs';
import { useDeferredValue, useMemo, useState } from 'react';
import { OpenedApis } from '@/components/open/opened-apis';
import { OpenedFiles } from '@/components/open/opened-files';
import { OpenedRejects } from '@/components/open/opened-rejects';
import { OpenedTable } from '@/components/open/opened-table';
import { selectOpened } from '@/components/open/select-opened';
import { Button, TabPanel, Tabs, TextField } from '@/components/ui';
import { formatCount } from '@/lib/format/numbers';
import type { OpenedSummary } from '@/lib/open/opened';
import { openAgainAs } from '@/lib/open/session';
import { corpusParser, openHref, openParsers } from '@/lib/url';

export interface OpenedListProps {
  readonly names: readonly string[];
  readonly summary: OpenedSummary;
  readonly onClose: () => void;
}

/** What the opened files hold: trajectories, APIs, and what was rejected. */
export function OpenedList({ names, summary, onClose }: OpenedListProps) {
  const router = useRouter();
  const [place, setPlace] = useQueryStates(openParsers);
  const [corpus] = useQueryState('corpus', corpusParser);
  const q = useDeferredValue(place.q);
  const { sort } = place;
  const shown = useMemo(() => selectOpened(summary.trajectories, { q, sort }), [summary, q, sort]);
  const [active, setActive] = useState(-1);
  const href = (id: string) => openHref({ ...place, corpus }, id);
  const tabs = [
    { value: 'trajectories', label: 'Trajectories', count: formatCount(summary.trajectories.length) },
    { value: 'apis', label: 'APIs', count: formatCount(summary.apis.length) },
    { value: 'rejects', label: 'Rejected and warnings', count: formatCount(summary.rejects.length) },
  ] as const;
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-testid="opened">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-3 py-1.5">
        <h1 className="min-w-0 truncate text-sm font-semibold" title={names.join('\n').slice(0, 2_000)}>
          {names.length === 1 ? names[0] : `${names[0] ?? ''} and ${names.length - 1} more`}
        </h1>
        <search className="ml-auto min-w-40 flex-1 sm:max-w-xs">
          <TextField
            label="Search"
            hideLabel
            placeholder="Words of task, id or problem"
            value={place.q}
            onChange={(event) => void setPlace({ q: event.target.value })}
          />
        </search>
        <Button onClick={onClose}>
          <X aria-hidden /> Close
        </Button>
      </header>
      <OpenedFiles
        files={summary.files}
        forced={place.format}
        onFormat={(format) => {
          void setPlace({ format });
          openAgainAs(format);
        }}
      />
      {summary.stopped === null ? null : <p className="bg-warn-soft px-3 py-1.5">{summary.stopped}</p>}
      <Tabs
        label="What the files hold"
        value={place.tab}
        onValueChange={(tab) => void setPlace({ tab })}
        tabs={tabs}
        className="flex min-h-0 flex-1 flex-col [&>[role=tablist]]:px-3"
      >
        <TabPanel value="trajectories" className="flex min-h-0 flex-1 flex-col">
          <OpenedTable
            rows={shown}
            total={summary.trajectories.length}
            sort={sort}
            onSort={(next) => void setPlace({ sort: next })}
            active={active}
            onActive={setActive}
            href={href}
            onOpen={(id) => router.push(href(id))}
          />
        </TabPanel>
        <TabPanel value="apis">
          <OpenedApis apis={summary.apis} q={q} />
        </TabPanel>
        <TabPanel value="rejects">
          <OpenedRejects rejects={summary.rejects} />
        </TabPanel>
      </Tabs>
    </div>
  );
}
