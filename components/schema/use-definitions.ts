'use client';

import { useCallback, useMemo, useState } from 'react';
import { parseJson } from '@/components/content/json';
import type { FindDefinition, Lookup } from './schema-model';

/** Reads the JSON text of a named schema; null where the corpus has none of that name. */
export type LoadDefinition = (name: string) => Promise<string | null>;

/**
 * Named schemas, each read when it is first opened.
 * @param load reads one
 * @returns `find` for the schema model; `read` starts reading a name, again where it failed
 */
export function useDefinitions(load: LoadDefinition) {
  const [known, setKnown] = useState<ReadonlyMap<string, Lookup>>(() => new Map());
  const put = useCallback(
    (name: string, lookup: Lookup) => setKnown((before) => new Map(before).set(name, lookup)),
    [],
  );
  const read = useCallback(
    (name: string) => {
      put(name, { state: 'loading' });
      load(name).then(
        (text) => put(name, text === null ? { state: 'missing' } : parsed(text)),
        (error: unknown) =>
          put(name, { state: 'failed', message: error instanceof Error ? error.message : String(error) }),
      );
    },
    [load, put],
  );
  const find: FindDefinition = useMemo(() => (name: string) => known.get(name) ?? { state: 'unread' }, [known]);
  return { find, read };
}

function parsed(text: string): Lookup {
  const json = parseJson(text);
  if ('problem' in json) return { state: 'failed', message: json.problem };
  return { state: 'ready', placed: { schema: json.value, home: json.value } };
}
