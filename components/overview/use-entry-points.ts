'use client';

import { useRouter } from 'next/navigation';
import { runQuery, type Corpus } from '@/lib/data';
import { formatCount, formatPlural } from '@/lib/format/numbers';
import { apiAt, trajectoryAt } from '@/lib/queries/overview';
import { apiHref, trajectoryHref } from '@/lib/url';
import type { EntryPoint } from './entry-points';
import type { OverviewLinks } from './links';

/**
 * Ways into the open corpus, those left out that lead to nothing.
 * @param wanted value of `corpus` in the URL, for links
 */
export function useEntryPoints(corpus: Corpus, wanted: string | null, links: OverviewLinks): EntryPoint[] {
  const router = useRouter();
  const { apis, apis_called, calls, trajectories } = corpus.manifest.totals;
  const drawApi = async () => {
    const [row] = await runQuery(corpus, apiAt(Math.floor(Math.random() * apis)));
    if (row) router.push(apiHref(row.api_id, { corpus: wanted }));
  };
  const drawTrajectory = async () => {
    const [row] = await runQuery(corpus, trajectoryAt(Math.floor(Math.random() * trajectories)));
    if (row) router.push(trajectoryHref(row.trajectory_id, null, { corpus: wanted }));
  };
  return [
    ...(apis > 0 ? [{ label: 'Random API', note: `one of ${formatCount(apis)}`, to: drawApi }] : []),
    ...(trajectories > 0
      ? [{ label: 'Random trajectory', note: `one of ${formatCount(trajectories)}`, to: drawTrajectory }]
      : []),
    ...(apis > 0
      ? [
          {
            label: 'Longest documentation',
            note: 'APIs by tokens',
            to: links.apis({ sort: { column: 'doc_tokens', direction: 'desc' } }),
          },
        ]
      : []),
    ...(calls > 0
      ? [
          {
            label: 'Most called',
            note: formatPlural(apis_called, 'API is called', 'APIs are called'),
            to: links.apis({ sort: { column: 'n_calls', direction: 'desc' } }),
          },
        ]
      : []),
    ...(apis > apis_called && calls > 0
      ? [
          {
            label: 'Documented, never called',
            note: formatPlural(apis - apis_called, 'API'),
            to: links.apis({ called: 'uncalled' }),
          },
        ]
      : []),
    ...(trajectories > 0
      ? [
          {
            label: 'Problems first',
            note: 'trajectories by faulty calls',
            to: links.trajectories({ sort: { column: 'n_invalid', direction: 'desc' } }),
          },
        ]
      : []),
  ];
}
