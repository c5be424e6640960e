'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { FacetMenu } from '@/components/trajectory/facet-menu';
import { Button, TextField } from '@/components/ui';
import { useCorpus, useDeferred, useQuery } from '@/lib/data';
import { formatCount, formatPlural } from '@/lib/format/numbers';
import { trajectoryFacets } from '@/lib/queries/trajectories';
import type { TrajectoryFacet } from '@/lib/queries/trajectory-filter';
import { trajectoryFilterOf } from '@/lib/url';
import type { useTrajectoryList } from './use-trajectory-list';

/** What narrows the list: text, source, kind, domain and errors; and how many are left. */
export function ListToolbar({ list, setList, links }: ReturnType<typeof useTrajectoryList>) {
  const { manifest } = useCorpus();
  const { value: asked } = useDeferred(list);
  const facets = useQuery(trajectoryFacets(trajectoryFilterOf(asked)));
  const of = (facet: TrajectoryFacet) => facets.filter((entry) => entry.facet === facet);
  // A facet's own choice is left out of its counts: the matches are those of its chosen values.
  const errors = of('errors');
  const matches = errors
    .filter(({ value }) => asked.errors === null || value === String(asked.errors))
    .reduce((sum, entry) => sum + entry.trajectories, 0);
  const field = useSlash();
  return (
    <>
      <search className="min-w-40 flex-1 sm:max-w-md">
        <TextField
          ref={field}
          label="Search tasks and ids"
          hideLabel
          placeholder="Words of the task, or an id"
          value={list.q}
          onChange={(event) => void setList({ q: event.target.value })}
          data-testid="trajectory-search"
        />
      </search>
      <FacetMenu
        label="Source"
        counts={of('source')}
        chosen={list.sources}
        onChange={(sources) => void setList({ sources })}
      />
      <FacetMenu label="Kind" counts={of('kind')} chosen={list.kinds} onChange={(kinds) => void setList({ kinds })} />
      <FacetMenu
        label="Domain"
        counts={of('domain')}
        chosen={list.domains}
        onChange={(domains) => void setList({ domains })}
      />
      <FacetMenu
        label="Errors"
        counts={errors}
        chosen={list.errors === null ? [] : [String(list.errors)]}
        onChange={(chosen) => void setList({ errors: chosen.length === 0 ? null : chosen.at(-1) === 'true' })}
        say={(value) => (value === 'true' ? 'with errors' : 'without errors')}
      />
      {list.api === null ? null : (
        <span className="flex min-w-0 items-center gap-1 text-xs">
          <span className="text-ink-3">calls</span>
          <Link href={links.api(list.api)} prefetch={false} className="max-w-60 truncate text-accent hover:underline">
            {list.api}
          </Link>
          <Button size="sm" variant="ghost" aria-label="Of any API" onClick={() => void setList({ api: null })}>
            <X aria-hidden />
          </Button>
        </span>
      )}
      <output className="tabular ml-auto text-xs text-ink-3" data-testid="trajectory-count" data-count={matches}>
        {matches === manifest.totals.trajectories
          ? formatPlural(matches, 'trajectory', 'trajectories')
          : `${formatCount(matches)} of ${formatPlural(manifest.totals.trajectories, 'trajectory', 'trajectories')}`}
      </output>
    </>
  );
}

/** `/` brings the focus to the search field. */
function useSlash() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (event.key !== '/' || event.metaKey || event.ctrlKey || event.altKey || typing) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return field;
}
