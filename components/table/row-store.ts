/**
 * Rows by key, loaded in windows around what is on screen. Rows outlive the order they were asked for: after a new
 * sort or filter, those already here are shown at once.
 */

export interface RowStoreOptions<Key, Row> {
  /** Reads rows; answers with those that exist, in any order. Rows that are not on screen yet may wait (`isAhead`). */
  readonly load: (keys: readonly Key[], signal: AbortSignal, isAhead: boolean) => Promise<readonly Row[]>;
  readonly keyOf: (row: Row) => Key;
  /** Tells keys that stand for no row, such as a group's; they are not asked for. None by default. */
  readonly isHeading?: (key: Key) => boolean;
  /** Rows per request; 128 by default. */
  readonly windowSize?: number;
  /** Rows kept; 20,000 by default, least recently loaded dropped first. */
  readonly capacity?: number;
  /** Windows read ahead on each side of the screen; 2 by default. */
  readonly ahead?: number;
}

/** The rows that are here. */
export interface RowView<Key, Row> {
  /** @returns the row, or undefined while it is not loaded */
  readonly get: (key: Key) => Row | undefined;
}

export class RowStore<Key, Row> {
  private readonly rows = new Map<Key, Row>();
  private readonly inFlight = new Map<number, AbortController>();
  private readonly listeners = new Set<() => void>();
  private order: ArrayLike<Key> = [];
  private wanted: number[] = [];
  private onScreen = { from: 0, to: 0 };
  private view: RowView<Key, Row>;
  private first = 0;
  private failure: unknown = null;
  private readonly options: Required<RowStoreOptions<Key, Row>>;

  constructor(options: RowStoreOptions<Key, Row>) {
    this.options = { windowSize: 128, capacity: 20_000, ahead: 2, isHeading: () => false, ...options };
    this.view = { get: this.get };
  }

  /** @returns the row, or undefined while it is not loaded */
  readonly get = (key: Key): Row | undefined => this.rows.get(key);

  /** For useSyncExternalStore: another object whenever rows or the failure changed. */
  readonly current = (): RowView<Key, Row> => this.view;

  /** First index of the windows around the screen; changes by whole windows, and with it the view. */
  readonly near = (): number => this.first;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What the last request failed with, else null. */
  get error(): unknown {
    return this.failure;
  }

  /** Reads again what is on screen, after a failure. */
  readonly retry = (): void => {
    this.failure = null;
    this.changed();
    this.pump();
  };

  /**
   * Says which part of which order is on screen. Requests for windows that are no longer near it are aborted.
   * @param order keys of the whole list
   * @param from first index on screen
   * @param to index after the last on screen
   */
  show(order: ArrayLike<Key>, from: number, to: number): void {
    if (order !== this.order) {
      for (const request of this.inFlight.values()) request.abort();
      this.inFlight.clear();
      this.order = order;
      this.failure = null;
    }
    this.wanted = this.windowsAround(from, to);
    this.onScreen = { from, to };
    const first = Math.min(...this.wanted, Math.floor(from / this.options.windowSize)) * this.options.windowSize;
    if (first !== this.first) {
      this.first = first;
      this.changed();
    }
    for (const [window, request] of this.inFlight) {
      if (this.wanted.includes(window)) continue;
      request.abort();
      this.inFlight.delete(window);
    }
    this.pump();
  }

  /**
   * Loads the rows that a screen will show first, before the order is shown at all.
   * @returns once they are here
   * @throws what `load` throws
   */
  async prime(order: ArrayLike<Key>, from: number, to: number, signal: AbortSignal): Promise<void> {
    const missing = this.missing(order, Math.max(0, from), Math.min(to, order.length));
    if (missing.length === 0) return;
    this.add(await this.options.load(missing, signal, false));
  }

  /** Puts in rows that came another way. */
  add(rows: readonly Row[]): void {
    for (const row of rows) {
      const key = this.options.keyOf(row);
      this.rows.delete(key);
      this.rows.set(key, row);
    }
    this.evict();
    this.changed();
  }

  /** Windows near the screen, those on it first, then outwards. */
  private windowsAround(from: number, to: number): number[] {
    const { windowSize, ahead } = this.options;
    const first = Math.floor(Math.max(0, from) / windowSize);
    const last = Math.floor(Math.max(from, to - 1) / windowSize);
    const windows = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    for (let i = 1; i <= ahead; i++) windows.push(last + i, first - i);
    return windows.filter((window) => window >= 0 && window * windowSize < this.order.length);
  }

  /** Two requests at a time: the engine answers one after the other, and a queue would have to be aborted. */
  private pump(): void {
    if (this.failure !== null) return;
    for (const window of this.wanted) {
      if (this.inFlight.size >= 2) return;
      if (!this.inFlight.has(window)) this.request(window);
    }
  }

  private request(window: number): void {
    const { windowSize, load } = this.options;
    const start = window * windowSize;
    const keys = this.missing(this.order, start, Math.min(start + windowSize, this.order.length));
    if (keys.length === 0) return;
    const request = new AbortController();
    this.inFlight.set(window, request);
    const isAhead = start >= this.onScreen.to || start + windowSize <= this.onScreen.from;
    load(keys, request.signal, isAhead).then(
      (rows) => {
        if (!this.settle(window, request)) return;
        // Asking again for what is not there would never end.
        if (rows.length < keys.length)
          this.failure = new Error(`${keys.length - rows.length} rows of this list are missing.`);
        this.add(rows);
        this.pump();
      },
      (error: unknown) => {
        if (!this.settle(window, request)) return;
        this.failure = error;
        this.changed();
      },
    );
  }

  /** @returns whether the request still counts */
  private settle(window: number, request: AbortController): boolean {
    if (this.inFlight.get(window) === request) this.inFlight.delete(window);
    return !request.signal.aborted;
  }

  private missing(order: ArrayLike<Key>, from: number, to: number): Key[] {
    const keys: Key[] = [];
    for (let i = from; i < to; i++) {
      const key = order[i]!;
      if (!this.rows.has(key) && !this.options.isHeading(key)) keys.push(key);
    }
    return keys;
  }

  private evict(): void {
    let excess = this.rows.size - this.options.capacity;
    for (const key of this.rows.keys()) {
      if (excess-- <= 0) return;
      this.rows.delete(key);
    }
  }

  private changed(): void {
    this.view = { get: this.get };
    for (const listener of this.listeners) listener();
  }
}
