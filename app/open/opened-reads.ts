/** What the inspector asks of opened files, as it asks it of a corpus. */
import { keptAnswers } from '@/components/trajectory/kept-answers';
import type { InspectorReads } from '@/components/trajectory/types';
import { definitionId, parseApiId, type Row } from '@/lib/corpus';
import { openedApi, openedBlob, openedDefinition, openedTrajectory } from '@/lib/open/session';

/** @param id a trajectory of the open files */
export function openedReads(id: string): InspectorReads {
  const { keep, clear } = keptAnswers();
  const record = async () => (await openedTrajectory(id))?.record ?? null;
  return {
    record: () => keep('record', record),
    raw: () => keep('raw', record),
    doc: (apiId) => keep(`doc ${apiId}`, async () => (await openedApi(apiId))?.doc ?? null),
    api: (apiId) => keep(`api ${apiId}`, () => apiRow(apiId)),
    definition: async (apiId, name) => {
      const key = parseApiId(apiId);
      return key === null ? null : openedDefinition(definitionId({ ...key, name }));
    },
    otherCalls: null,
    blob: (blobId) => openedBlob(blobId),
    whole: async () => {
      const whole = await openedTrajectory(id);
      if (whole === null) throw new Error('The files are no longer open.');
      return whole;
    },
    retry: clear,
  };
}

/** What only a corpus can count is 0. */
async function apiRow(apiId: string): Promise<Row<'apis'> | null> {
  const found = await openedApi(apiId);
  return found === null
    ? null
    : {
        ...found.api,
        api_no: 0,
        doc_tokens: 0,
        n_calls: 0,
        n_trajectories: 0,
        n_invalid: 0,
        declared: found.declared,
        source: '',
      };
}
