'use client';

import { ListFrame, type ListFrameProps } from '@/components/list/list-frame';
import { TRAJECTORY_FILTERS } from '@/components/trajectory-list/filters';

/** The list's layout, which stays in place while its parts load. */
export function TrajectoryListFrame(props: Pick<ListFrameProps, 'rail' | 'children' | 'aside'>) {
  return <ListFrame title="Trajectories" noun="trajectories" facets={TRAJECTORY_FILTERS.facets} {...props} />;
}
