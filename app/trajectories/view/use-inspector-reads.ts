'use client';

import { useMemo } from 'react';
import { keptAnswers } from '@/components/trajectory/kept-answers';
import type { InspectorReads } from '@/components/trajectory/types';
import { definitionId, parseApiId, type Query, type QueryRow } from '@/lib/corpus';
import { readQuery, retry, runQuery, useCorpus, type Corpus } from '@/lib/data';
import { apiCalls, apiDoc, definitions } from '@/lib/queries/api-record';
import { apiByIds } from '@/lib/queries/apis';
import { trajectory, trajectoryCalls, trajectorySteps } from '@/lib/queries/trajectories';
import { trajectoryBlob, trajectoryRaw, trajectoryRecord } from '@/lib/queries/trajectory-record';

/** Calls to an API that are looked at, to choose a few from. */
const OTHER_CALLS = 60;

/** What the inspector of a trajectory of the open corpus reads. */
export function useInspectorReads(id: string): InspectorReads {
  const corpus = useCorpus();
  return useMemo(() => readsOf(corpus, id), [corpus, id]);
}

function readsOf(corpus: Corpus, id: string): InspectorReads {
  const { keep, clear } = keptAnswers();
  const first = <Q extends Query>(key: string, query: Q) =>
    keep(key, async () => ((await readQuery(corpus, query))[0] ?? null) as QueryRow<Q> | null);
  return {
    record: () => first('record', trajectoryRecord(id)),
    raw: () => first('raw', trajectoryRaw(id)),
    doc: (apiId) => first(`doc ${apiId}`, apiDoc(apiId)),
    api: (apiId) => first(`api ${apiId}`, apiByIds([apiId])),
    definition: async (apiId, name) => {
      const key = parseApiId(apiId);
      if (key === null) return null;
      const [found] = await readQuery(corpus, definitions([definitionId({ ...key, name })]));
      return found?.schema ?? null;
    },
    otherCalls: (apiId) => keep(`calls ${apiId}`, () => readQuery(corpus, apiCalls(apiId, OTHER_CALLS))),
    blob: (blobId) => first(`blob ${blobId}`, trajectoryBlob(blobId)),
    whole: () => readWhole(corpus, id),
    retry: () => {
      clear();
      retry();
    },
  };
}

/** @throws CorpusError; Error where the trajectory is gone */
async function readWhole(corpus: Corpus, id: string) {
  const [[found], steps, calls, [head], [raw]] = await Promise.all([
    readQuery(corpus, trajectory(id)),
    readQuery(corpus, trajectorySteps(id)),
    readQuery(corpus, trajectoryCalls(id)),
    readQuery(corpus, trajectoryRecord(id)),
    runQuery(corpus, trajectoryRaw(id)),
  ]);
  if (found === undefined) throw new Error('The corpus holds no trajectory with this id.');
  return { trajectory: found, steps, calls, record: head && raw ? { ...head, raw: raw.raw } : null };
}
