'use client';

import { RowStore } from '@/components/table/row-store';
import { runColumn, runQuery, type Corpus } from '@/lib/data';
import { apiByIds, apiOrder, apiRows, MAX_WINDOW } from '@/lib/queries/apis';
import type { ApiFilter } from '@/lib/queries/api-filter';
import type { ApiSort } from '@/lib/queries/api-matches';
import type { ApiRow } from './columns';
import { activeFilters } from './facets';
import { useLatest, type Latest } from './use-latest';

/** Rows that fill a large screen, read together with the order so that nothing is blank at first. */
const FIRST_ROWS = 60;
const ORDERS_KEPT = 16;

export type ApiStore = RowStore<number, ApiRow>;

export interface ApiList {
  /** Numbers of all matches, in order. */
  readonly order: Int32Array;
  /** The row that the link points at; null where it points at none, or at one that does not exist. */
  readonly anchor: ApiRow | null;
  /** The question that this answers. */
  readonly filter: ApiFilter;
  readonly sort: ApiSort;
}

/** What is known of a corpus outlives the page, so that coming back to the list costs nothing. */
interface Session {
  readonly store: ApiStore;
  readonly orders: Map<string, Int32Array>;
}

const sessions = new Map<string, Session>();

function sessionOf(corpus: Corpus): Session {
  const known = sessions.get(corpus.baseUrl);
  if (known !== undefined) return known;
  const session: Session = {
    orders: new Map(),
    store: new RowStore({
      load: (numbers, signal) => runQuery(corpus, apiRows(numbers), { signal }),
      keyOf: (row) => row.api_no,
      isHeading: (entry) => entry < 0,
      windowSize: Math.min(128, MAX_WINDOW),
    }),
  };
  // One corpus at a time: the rows of the one before are let go.
  sessions.clear();
  sessions.set(corpus.baseUrl, session);
  return session;
}

/** @returns the rows of the corpus that have been read so far */
export function apiStore(corpus: Corpus): ApiStore {
  return sessionOf(corpus).store;
}

/**
 * The list for a filter and a sort, its first rows read before it is handed on.
 * @param anchorId api_id that the link points at; read once, with the first list
 */
export function useApiList(corpus: Corpus, filter: ApiFilter, sort: ApiSort, anchorId: string | null): Latest<ApiList> {
  const key = JSON.stringify([corpus.baseUrl, filter, sort]);
  return useLatest(key, (signal) => readList(corpus, key, filter, sort, anchorId, signal));
}

async function readList(
  corpus: Corpus,
  key: string,
  filter: ApiFilter,
  sort: ApiSort,
  anchorId: string | null,
  signal: AbortSignal,
): Promise<ApiList> {
  const { orders, store } = sessionOf(corpus);
  const asked = performance.now();
  const [order, [anchor = null]] = await Promise.all([
    orders.get(key) ?? readOrder(corpus, filter, sort, signal),
    anchorId === null ? [] : runQuery(corpus, apiByIds([anchorId]), { signal }),
  ]);
  keepOrder(orders, key, order);
  performance.measure('catalogue:order', { start: asked });
  if (anchor !== null) store.add([anchor]);
  const at = anchor === null ? 0 : Math.max(0, order.indexOf(anchor.api_no) - FIRST_ROWS / 2);
  await store.prime(order, at, at + FIRST_ROWS, signal);
  performance.measure('catalogue:list', { start: asked });
  return { order, anchor, filter, sort };
}

/** By id and not narrowed, the order is that of api_no: the first screen needs no query for it. */
async function readOrder(corpus: Corpus, filter: ApiFilter, sort: ApiSort, signal: AbortSignal): Promise<Int32Array> {
  const byId = sort.column === 'api_id' && sort.direction === 'asc';
  if (byId && activeFilters(filter).length === 0) {
    return Int32Array.from({ length: corpus.manifest.tables.apis?.rows ?? 0 }, (_, no) => no);
  }
  return runColumn(corpus, apiOrder(filter, sort), { signal });
}

function keepOrder(orders: Map<string, Int32Array>, key: string, order: Int32Array): void {
  orders.delete(key);
  orders.set(key, order);
  const [oldest] = orders.keys();
  if (orders.size > ORDERS_KEPT && oldest !== undefined) orders.delete(oldest);
}
