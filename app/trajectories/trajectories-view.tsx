'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { SearchX } from 'lucide-react';
import { compactTrajectory, SHOWN_COLUMNS, TRAJECTORY_TABLE_COLUMNS } from '@/components/trajectory/columns';
import { ListFrame, ListLoading } from '@/components/trajectory/list-frame';
import { useTrajectorySource } from '@/components/trajectory/use-trajectory-source';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { VirtualTable } from '@/components/table/virtual-table';
import { Button, EmptyState, ErrorPanel, PanelBoundary } from '@/components/ui';
import { retry, useCorpus, useDeferred, useQuery } from '@/lib/data';
import { trajectoryOrder } from '@/lib/queries/trajectories';
import { effectiveTrajectorySort, NO_TRAJECTORY_LIST, TRAJECTORY_COLUMNS, trajectoryFilterOf } from '@/lib/url';
import { ListToolbar } from './list-toolbar';
import { useTrajectoryList } from './use-trajectory-list';

/** The list of trajectories: plain, and its whole state in the URL. */
export function TrajectoriesView() {
  const state = useTrajectoryList();
  const resetKey = JSON.stringify(state.list);
  return (
    <ListFrame
      toolbar={
        <PanelBoundary name="the filters" fallback={null} resetKey={resetKey} onRetry={retry}>
          <ListToolbar {...state} />
        </PanelBoundary>
      }
    >
      <PanelBoundary name="the trajectories" fallback={<ListLoading />} resetKey={resetKey} onRetry={retry}>
        <TrajectoryTable {...state} />
      </PanelBoundary>
    </ListFrame>
  );
}

const COMPACT = { height: 56, render: compactTrajectory };

function TrajectoryTable({ list, setList, links }: ReturnType<typeof useTrajectoryList>) {
  const router = useRouter();
  const { manifest } = useCorpus();
  const narrow = useMediaQuery('(width < 40rem)');
  const { value: asked, stale } = useDeferred(list);
  const order = useQuery(trajectoryOrder(trajectoryFilterOf(asked), effectiveTrajectorySort(asked)));
  const ids = useMemo(() => order.map((row) => row.trajectory_id), [order]);
  const { source, store } = useTrajectorySource(ids);
  const [active, setActive] = useState(-1);
  const context = useMemo(
    () => ({
      href: (id: string) => links.trajectory(id),
      constructed: new Set(manifest.sources.filter((entry) => entry.constructed).map((entry) => entry.source)),
    }),
    [links, manifest],
  );
  if (ids.length === 0)
    return (
      <NoTrajectory
        narrowed={JSON.stringify(asked) !== JSON.stringify(NO_TRAJECTORY_LIST)}
        onClear={() => void setList(null)}
      />
    );
  return (
    <>
      {store.error === null ? null : (
        <ErrorPanel
          error={store.error}
          title="Some rows could not be read"
          onRetry={store.retry}
          className="m-3 max-w-2xl"
        />
      )}
      <VirtualTable
        label="Trajectories"
        noun="trajectories"
        keyAttribute="data-trajectory-id"
        columns={TRAJECTORY_TABLE_COLUMNS}
        visible={SHOWN_COLUMNS}
        context={context}
        source={source}
        sort={asked.sort}
        onSort={(sort) => {
          const column = TRAJECTORY_COLUMNS.find((candidate) => candidate === sort?.column);
          void setList({ sort: sort === null || column === undefined ? null : { column, direction: sort.direction } });
        }}
        active={active}
        onActive={setActive}
        onOpen={(index) => {
          const id = ids[index];
          if (id !== undefined) router.push(links.trajectory(id));
        }}
        stale={stale}
        compact={narrow ? COMPACT : null}
        listKey={JSON.stringify(asked)}
      />
    </>
  );
}

function NoTrajectory({ narrowed, onClear }: { readonly narrowed: boolean; readonly onClear: () => void }) {
  if (!narrowed) return <EmptyState title="No trajectories">This corpus holds no trajectories.</EmptyState>;
  return (
    <EmptyState
      icon={SearchX}
      title="No trajectory matches"
      actions={<Button onClick={onClear}>Clear all filters</Button>}
    >
      Nothing in this corpus fits all of the filters at once.
    </EmptyState>
  );
}
