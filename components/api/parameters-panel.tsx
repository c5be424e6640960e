'use client';

import { useMemo, useState } from 'react';
import { SectionPanel } from '@/components/content/section-panel';
import { ParametersTable } from '@/components/schema/parameters-table';
import type { ApiParam } from '@/components/schema/types';
import type { LoadDefinition } from '@/components/schema/use-definitions';
import { Button, TextField } from '@/components/ui';
import { formatCount, formatPlural } from '@/lib/format/numbers';

const FOLD_AT = 50;
const FILTER_FROM = 15;

export interface ParametersPanelProps {
  readonly params: readonly ApiParam[];
  readonly load: LoadDefinition;
}

/** Every parameter, body properties included: where it goes, its type, its constraints and what it is for. */
export function ParametersPanel({ params, load }: ParametersPanelProps) {
  const [filter, setFilter] = useState('');
  const [all, setAll] = useState(false);
  const found = useMemo(() => matching(params, filter), [params, filter]);
  const shown = all ? found : found.slice(0, FOLD_AT);
  const required = params.filter((param) => param.required).length;
  return (
    <SectionPanel
      id="parameters"
      title="Parameters"
      note={
        params.length === 0
          ? null
          : `${formatCount(params.length)}, ${formatCount(required)} required · ${byLocation(params)}`
      }
      controls={
        params.length > FILTER_FROM ? (
          <TextField
            label="Filter parameters"
            hideLabel
            placeholder="Filter parameters"
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
            className="w-52"
          />
        ) : null
      }
    >
      {params.length === 0 ? <p className="text-ink-3">This API takes no parameters.</p> : null}
      {params.length > 0 && found.length === 0 ? <p className="text-ink-3">No parameter matches this filter.</p> : null}
      {found.length > 0 ? <ParametersTable params={shown} load={load} /> : null}
      {shown.length < found.length ? (
        <div className="pt-2">
          <Button size="sm" onClick={() => setAll(true)}>
            Show all {formatPlural(found.length, 'parameter')}
          </Button>
        </div>
      ) : null}
    </SectionPanel>
  );
}

/** @returns e.g. `1 header, 38 body` */
function byLocation(params: readonly ApiParam[]): string {
  const counts = new Map<string, number>();
  for (const { location } of params) counts.set(location, (counts.get(location) ?? 0) + 1);
  return [...counts].map(([location, count]) => `${formatCount(count)} ${location}`).join(', ');
}

function matching(params: readonly ApiParam[], filter: string): readonly ApiParam[] {
  const wanted = filter.trim().toLowerCase();
  if (wanted === '') return params;
  return params.filter(({ name, location, type, description }) =>
    [name, location, type, description].some((text) => text?.toLowerCase().includes(wanted)),
  );
}
