'use client';

import { useQueryStates } from 'nuqs';
import { useEffect, useState } from 'react';
import { askForTable } from '@/lib/fit/ask-worker';
import type { RunsFile } from '@/lib/fit/messages';
import { packText, unpackText } from '@/lib/fit/table/packed-text';
import type { Table } from '@/lib/fit/table/table';
import { fitParsers } from '@/lib/url';

export type TableState =
  | { readonly state: 'none' }
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly table: Table }
  | { readonly state: 'failed'; readonly error: Error };

export interface RunsTableUse {
  readonly read: TableState;
  /** Whether a link to the page holds the table, or where it is. */
  readonly isInLink: boolean;
  readonly openFiles: (files: readonly File[]) => void;
  readonly openText: (text: string) => void;
  readonly openAddresses: (addresses: readonly string[]) => void;
  readonly close: () => void;
}

/** What belongs to a table, and is forgotten with it. */
const FORGOTTEN = { runs: null, table: null, target: null, opposing: null, group: null, bounds: null, roles: null };

/** The table of runs: from addresses or a packed text in the URL, or from files that are in this tab only. */
export function useRunsTable(): RunsTableUse {
  const [{ runs, table: packed }, setPlace] = useQueryStates({ ...fitParsers });
  const [files, setFiles] = useState<readonly File[] | null>(null);
  const [read, setRead] = useState<TableState>({ state: 'none' });
  const addresses = runs.join('\n');
  useEffect(() => {
    const fetching = new AbortController();
    let cancel = (): void => {};
    const load = async (): Promise<void> => {
      const found = await filesOf({ files, addresses, packed }, fetching.signal);
      if (fetching.signal.aborted) return;
      if (found === null) return setRead({ state: 'none' });
      setRead({ state: 'reading' });
      const asked = askForTable(found);
      cancel = asked.cancel;
      setRead({ state: 'read', table: await asked.result });
    };
    load().catch((error: unknown) => {
      if (!fetching.signal.aborted)
        setRead({ state: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
    });
    return () => {
      fetching.abort();
      cancel();
    };
  }, [files, addresses, packed]);
  return {
    read,
    isInLink: files === null && read.state === 'read',
    openFiles: (chosen) => {
      void setPlace(FORGOTTEN);
      setFiles(chosen);
    },
    openText: (text) => {
      const letters = packText(text);
      void setPlace({ ...FORGOTTEN, table: letters }, { history: 'push' });
      setFiles(letters === null ? [new File([text], 'pasted')] : null);
    },
    openAddresses: (list) => {
      setFiles(null);
      void setPlace({ ...FORGOTTEN, runs: list }, { history: 'push' });
    },
    close: () => {
      setFiles(null);
      void setPlace(FORGOTTEN, { history: 'push' });
    },
  };
}

interface Place {
  readonly files: readonly File[] | null;
  readonly addresses: string;
  readonly packed: string | null;
}

/** @returns the bytes of the table's files; null where there is none */
async function filesOf({ files, addresses, packed }: Place, signal: AbortSignal): Promise<RunsFile[] | null> {
  if (files !== null)
    return Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
  if (addresses !== '') return Promise.all(addresses.split('\n').map((address) => fetched(address, signal)));
  if (packed === null) return null;
  const text = unpackText(packed);
  if (text === null) throw new Error('The link holds a table that cannot be read: it may have been cut.');
  return [{ name: 'the table in the link', bytes: new TextEncoder().encode(text) }];
}

/** A page may address only what a person could fetch by hand. */
async function fetched(address: string, signal: AbortSignal): Promise<RunsFile> {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
    throw new Error(`The link names runs at ${address.slice(0, 200)}, which is neither http nor https.`);
  const why =
    'The host must answer requests from this site (CORS); a file that you download can be chosen here instead.';
  const response = await fetch(address, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' }).catch(
    (error: unknown) => {
      throw new Error(`${address.slice(0, 200)} could not be fetched: ${String(error)}. ${why}`);
    },
  );
  if (!response.ok)
    throw new Error(`${address.slice(0, 200)} could not be fetched: the host answers ${response.status}.`);
  const name = new URL(address).pathname.split('/').at(-1) ?? '';
  return { name: decodeURIComponent(name) || address, bytes: new Uint8Array(await response.arrayBuffer()) };
}
