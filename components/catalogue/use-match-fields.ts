'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { runQuery, type Corpus } from '@/lib/data';
import { apiMatchFields } from '@/lib/queries/api-match-fields';
import { API_LISTS } from './use-api-list';

/** Rests after a keystroke or a scroll before the notes are asked for: rows and counts come first. */
const REST_MS = 300;
const MOST = 400;

interface Notes {
  readonly q: string;
  readonly fields: ReadonlyMap<number, number>;
}

const NO_NOTES: ReadonlyMap<number, number> = new Map();

/**
 * Which fields hold the search's terms, for the rows near the screen.
 * @returns the bit set of an API, undefined where it is not known (yet)
 */
export function useMatchFields(corpus: Corpus, q: string, entries: Int32Array): (apiNo: number) => number | undefined {
  const store = API_LISTS.store(corpus);
  const [notes, setNotes] = useState<Notes>({ q: '', fields: NO_NOTES });
  const near = useSyncExternalStore(store.subscribe, store.near, store.near);
  useEffect(() => {
    if (q.trim() === '') return;
    const request = new AbortController();
    const known = notes.q === q ? notes.fields : NO_NOTES;
    const wanted = [...entries.subarray(near, near + MOST)].filter((entry) => entry >= 0 && !known.has(entry));
    if (wanted.length === 0) return;
    const timer = setTimeout(() => {
      runQuery(corpus, apiMatchFields(q, wanted), { signal: request.signal, background: true }).then(
        (rows) => {
          const answered = [
            ...wanted.map((no) => [no, 0] as const),
            ...rows.map((row) => [row.api_no, row.fields] as const),
          ];
          setNotes({ q, fields: new Map([...known, ...answered]) });
        },
        // A note is an extra: the list is right without it.
        () => {},
      );
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [corpus, q, entries, near, notes]);
  const fields = notes.q === q ? notes.fields : NO_NOTES;
  return useCallback((apiNo: number) => fields.get(apiNo), [fields]);
}
