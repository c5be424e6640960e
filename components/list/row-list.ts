'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { RowStore } from '@/components/table/row-store';
import type { ItemSource, TableGroup, TableItem } from '@/components/table/types';
import { runColumn, runQuery, type Corpus } from '@/lib/data';
import type { Query, TableName } from '@/lib/corpus';
import { MAX_WINDOW } from '@/lib/queries/apis';
import { pause } from './pause';
import { useLatest, type Latest } from './use-latest';

/** Rows that fill a large screen, read together with the order so that nothing is blank at first. */
const FIRST_ROWS = 60;
const ORDERS_KEPT = 16;
/** Milliseconds after which the rest of an order is read, if nobody scrolls to it before: who types or clicks goes first. */
const REST_MS = 1_000;
/** Stands for rows of which only the count is known yet; below 0, so that nobody asks for them. */
const UNKNOWN = -(2 ** 31);

/** How the rows of a table are asked for. Rows are numbered in order of their id, from 0. */
export interface RowQueries<Row, Filter, Sort> {
  /** Name of the measurements, as in `catalogue:list`. */
  readonly name: string;
  readonly table: TableName;
  /** Numbers of all matches, in order. */
  readonly order: (filter: Filter, sort: Sort) => Query;
  /** The first numbers of the order (`no`), each with how many there are (`total`), where that is much faster. */
  readonly first?: (filter: Filter, sort: Sort) => Query<FirstColumns>;
  /** True where the order is that of the numbers, and nothing narrows: no query is needed then. */
  readonly isWhole: (filter: Filter, sort: Sort) => boolean;
  readonly rows: (
    corpus: Corpus,
    numbers: readonly number[],
    options: { readonly signal: AbortSignal; readonly background: boolean },
  ) => Promise<readonly Row[]>;
  readonly byId: (corpus: Corpus, id: string, signal: AbortSignal) => Promise<readonly Row[]>;
  readonly numberOf: (row: Row) => number;
  readonly idOf: (row: Row) => string;
}

type FirstColumns = Readonly<Record<'no' | 'total', { readonly type: 'int'; readonly doc: string }>>;

export interface RowList<Row, Filter, Sort> {
  /** Numbers of all matches, in order; below 0 for those that are not read yet. */
  readonly order: Int32Array;
  /** The row that the link points at; null where it points at none, or at one that does not exist. */
  readonly anchor: Row | null;
  /** The question that this answers. */
  readonly filter: Filter;
  readonly sort: Sort;
}

/** What is known of a corpus outlives the page, so that coming back to the list costs nothing. */
interface Session<Row> {
  readonly baseUrl: string;
  readonly store: RowStore<number, Row>;
  readonly orders: Map<string, Int32Array>;
  /** Called when rows are scrolled to that are not known yet. */
  onUnknown: () => void;
}

export type RowLists<Row extends object, Filter, Sort> = ReturnType<typeof rowLists<Row, Filter, Sort>>;

/** The lists of one table: their orders and rows, kept for one corpus at a time. */
export function rowLists<Row extends object, Filter, Sort>(queries: RowQueries<Row, Filter, Sort>) {
  let session: Session<Row> | null = null;

  const sessionOf = (corpus: Corpus): Session<Row> => {
    if (session?.baseUrl === corpus.baseUrl) return session;
    const store = new RowStore<number, Row>({
      load: (numbers, signal, background) => queries.rows(corpus, numbers, { signal, background }),
      keyOf: queries.numberOf,
      isHeading: (entry) => entry < 0,
      windowSize: Math.min(128, MAX_WINDOW),
    });
    session = { baseUrl: corpus.baseUrl, store, orders: new Map(), onUnknown: () => {} };
    return session;
  };

  /** By id and not narrowed, the order is that of the numbers: the first screen needs no query for it. */
  const readOrder = async (corpus: Corpus, filter: Filter, sort: Sort, signal: AbortSignal): Promise<Int32Array> => {
    if (queries.isWhole(filter, sort)) {
      return Int32Array.from({ length: corpus.manifest.tables[queries.table]?.rows ?? 0 }, (_, no) => no);
    }
    return runColumn(corpus, queries.order(filter, sort), { signal });
  };

  /** @returns the order, of which only the first numbers are known; null where they are not asked for by themselves */
  const readFirst = async (corpus: Corpus, filter: Filter, sort: Sort, signal: AbortSignal) => {
    if (queries.first === undefined || queries.isWhole(filter, sort)) return null;
    const rows = await runQuery(corpus, queries.first(filter, sort), { signal });
    const order = new Int32Array(rows[0]?.total ?? 0).fill(UNKNOWN);
    order.set(rows.map(({ no }) => no));
    return order;
  };

  const read = async (
    corpus: Corpus,
    key: string,
    filter: Filter,
    sort: Sort,
    anchorId: string | null,
    signal: AbortSignal,
    put: (list: RowList<Row, Filter, Sort>) => void,
  ): Promise<RowList<Row, Filter, Sort>> => {
    const listed = sessionOf(corpus);
    const { orders, store } = listed;
    const asked = performance.now();
    const first = orders.has(key) || anchorId !== null ? null : await readFirst(corpus, filter, sort, signal);
    if (first?.includes(UNKNOWN) === true) {
      await store.prime(first, 0, FIRST_ROWS, signal);
      put({ order: first, anchor: null, filter, sort });
      const unknown = new Promise<void>((resolve) => (listed.onUnknown = resolve));
      await Promise.race([pause(REST_MS, signal), unknown]);
      signal.throwIfAborted();
    } else if (first !== null) keepOrder(orders, key, first);
    const [order, [anchor = null]] = await Promise.all([
      orders.get(key) ?? readOrder(corpus, filter, sort, signal),
      anchorId === null ? [] : queries.byId(corpus, anchorId, signal),
    ]);
    keepOrder(orders, key, order);
    performance.measure(`${queries.name}:order`, { start: asked });
    if (anchor !== null) store.add([anchor]);
    const at = anchor === null ? 0 : Math.max(0, order.indexOf(queries.numberOf(anchor)) - FIRST_ROWS / 2);
    await store.prime(order, at, at + FIRST_ROWS, signal);
    performance.measure(`${queries.name}:list`, { start: asked });
    return { order, anchor, filter, sort };
  };

  /** Rows as the table wants them; one object a row, so that rows on screen are not rendered again. */
  const items = new WeakMap<Row, [TableItem<Row>, TableItem<Row>]>();
  const itemOf = (row: Row, grouped: boolean): TableItem<Row> => {
    let pair = items.get(row);
    if (pair === undefined) {
      const item = { kind: 'row', key: queries.idOf(row), row, depth: 0 } as const;
      pair = [item, { ...item, depth: 1 }];
      items.set(row, pair);
    }
    return pair[grouped ? 1 : 0];
  };

  return {
    queries,
    /** @returns the rows of the corpus that have been read so far */
    store: (corpus: Corpus): RowStore<number, Row> => sessionOf(corpus).store,

    /**
     * The list for a filter and a sort, its first rows read before it is handed on.
     * @param anchorId id that the link points at; read once, with the first list
     */
    useList: (corpus: Corpus, filter: Filter, sort: Sort, anchorId: string | null) => {
      const key = JSON.stringify([corpus.baseUrl, filter, sort]);
      return useLatest<RowList<Row, Filter, Sort>>(key, (signal, put) =>
        read(corpus, key, filter, sort, anchorId, signal, put),
      );
    },

    /** @returns the numbers of an order, read where some of them are not known yet: for what needs all of them */
    wholeOrder: async (
      corpus: Corpus,
      numbers: Int32Array,
      filter: Filter,
      sort: Sort,
      signal: AbortSignal,
    ): Promise<Int32Array> => (numbers.includes(UNKNOWN) ? readOrder(corpus, filter, sort, signal) : numbers),

    /** Has the rest of an order read at once, where it is not here yet. */
    readRest: (corpus: Corpus): void => sessionOf(corpus).onUnknown(),

    /** @returns the entries as the source of a table; a new object when rows arrive */
    useItems: (corpus: Corpus, { entries, groups, grouped }: Entries): ItemSource<Row> => {
      const listed = sessionOf(corpus);
      const { store } = listed;
      const rows = useSyncExternalStore(store.subscribe, store.current, store.current);
      return useMemo(
        () => ({
          count: entries.length,
          get: (index) => {
            const entry = entries[index];
            if (entry === undefined) return undefined;
            if (entry < 0) return groups[-1 - entry];
            const row = rows.get(entry);
            return row === undefined ? undefined : itemOf(row, grouped);
          },
          show: (from, to) => {
            if (entries[Math.min(to, entries.length - 1)] === UNKNOWN) listed.onUnknown();
            store.show(entries, from, to);
          },
        }),
        [listed, store, rows, entries, groups, grouped],
      );
    },
  };
}

export type ListAnswer<Row, Filter, Sort> = Latest<RowList<Row, Filter, Sort>>;

/** What a table lists: numbers of rows, and below 0 the groups that rows stand under: -1 is the first. */
export interface Entries {
  readonly entries: Int32Array;
  readonly groups: readonly TableGroup[];
  /** True where the entries hold groups: asked for, and the groups are here. */
  readonly grouped: boolean;
}

function keepOrder(orders: Map<string, Int32Array>, key: string, order: Int32Array): void {
  orders.delete(key);
  orders.set(key, order);
  const [oldest] = orders.keys();
  if (orders.size > ORDERS_KEPT && oldest !== undefined) orders.delete(oldest);
}
