'use client';

import { useQueryState } from 'nuqs';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useKeys } from '@/components/content/use-keys';
import { alignSteps } from '@/components/trajectory/compare/align';
import { CompareRows, type CompareRowsHandle, type Side } from '@/components/trajectory/compare/compare-rows';
import type { StepRow } from '@/components/trajectory/types';
import { Segmented } from '@/components/ui';
import { useQuery } from '@/lib/data';
import { formatCount, formatPlural } from '@/lib/format/numbers';
import { trajectorySteps } from '@/lib/queries/trajectories';
import { positionParser } from '@/lib/url';

/** Side branches of one have nothing to do with those of another. */
const leads = (step: StepRow) => step.on_answer_path;

/** The steps of both, aligned; of branches those that led to the answer. */
export function AlignedSteps({ a, b }: { readonly a: string; readonly b: string }) {
  const left = useQuery(trajectorySteps(a));
  const right = useQuery(trajectorySteps(b));
  const rows = useMemo(() => alignSteps(left.filter(leads), right.filter(leads)), [left, right]);
  const hasBranches = !left.every(leads) || !right.every(leads);
  const [current, setCurrent] = useQueryState('row', positionParser);
  const [side, setSide] = useState<Side>('a');
  const list = useRef<CompareRowsHandle>(null);
  const start = useRef(current);
  useEffect(() => {
    if (start.current !== null) list.current?.show(start.current);
  }, []);
  const go = (by: number) => () => {
    const next = Math.min(rows.length - 1, Math.max(0, current === null ? 0 : current + by));
    void setCurrent(next, { history: 'replace' });
    list.current?.show(next);
  };
  useKeys({ j: go(1), k: go(-1) });
  const shared = rows.filter((row) => row.a !== null && row.b !== null);
  return (
    <section aria-label="Aligned steps">
      <div className="sticky top-(--header-height) z-10 -mx-3 flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1.5 border-y border-line bg-canvas px-3 py-1.5 sm:-mx-5 sm:px-5">
        <p className="tabular text-xs text-ink-2" data-testid="compare-summary">
          {formatPlural(shared.length, 'step')} side by side, {formatCount(shared.filter((row) => row.isSame).length)}{' '}
          of them the same; {formatCount(rows.filter((row) => row.b === null).length)} only left,{' '}
          {formatCount(rows.filter((row) => row.a === null).length)} only right
          {hasBranches ? '. Of branches, the path that led to the answer' : ''}
        </p>
        <div className="ml-auto md:hidden">
          <Segmented
            label="Trajectory"
            value={side}
            onValueChange={setSide}
            options={[
              { value: 'a', label: 'Left' },
              { value: 'b', label: 'Right' },
            ]}
          />
        </div>
      </div>
      <CompareRows
        rows={rows}
        current={current ?? -1}
        side={side}
        onMark={(row) => void setCurrent(row, { history: 'replace' })}
        handle={list}
      />
    </section>
  );
}
