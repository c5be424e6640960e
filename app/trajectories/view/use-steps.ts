'use client';

import { use, useEffect, useMemo, useState } from 'react';
import type { StepRow } from '@/components/trajectory/types';
import { readQuery, useCorpus, useQuery } from '@/lib/data';
import { FIRST_STEPS, trajectoryFirstSteps, trajectoryOtherSteps } from '@/lib/queries/trajectories';

export interface Steps {
  readonly steps: readonly StepRow[];
  /** False while the steps of a long trajectory after the first ones are still read. */
  readonly isWhole: boolean;
}

/**
 * The steps of a trajectory of the open corpus. Suspends until the first of them are there, or all of them where the
 * address names a later one.
 * @param named the last step that the address names; null for none
 * @throws CorpusError
 */
export function useSteps(id: string, named: number | null): Steps {
  const corpus = useCorpus();
  const first = useQuery(trajectoryFirstSteps(id));
  const mayHaveMore = first.length === FIRST_STEPS;
  const isAwaited = mayHaveMore && named !== null && named >= FIRST_STEPS;
  const awaited = isAwaited ? use(readQuery(corpus, trajectoryOtherSteps(id))) : null;
  const later = useOtherSteps(id, mayHaveMore && !isAwaited);
  const others = awaited ?? later;
  const steps = useMemo(() => (others === null ? first : [...first, ...others]), [first, others]);
  return { steps, isWhole: !mayHaveMore || others !== null };
}

/**
 * @param isWanted whether there are any to read
 * @returns null until they are read
 * @throws CorpusError
 */
function useOtherSteps(id: string, isWanted: boolean): readonly StepRow[] | null {
  const corpus = useCorpus();
  const [answer, setAnswer] = useState<{ readonly rows?: readonly StepRow[]; readonly error?: unknown } | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isLate = false;
    const put = (next: typeof answer) => (isLate ? undefined : setAnswer(next));
    readQuery(corpus, trajectoryOtherSteps(id)).then(
      (rows) => put({ rows }),
      (error: unknown) => put({ error }),
    );
    return () => {
      isLate = true;
    };
  }, [corpus, id, isWanted]);
  if (answer?.error !== undefined) throw answer.error;
  return answer?.rows ?? null;
}
