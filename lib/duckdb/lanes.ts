/** Lanes of requests of which only the newest is still wanted, such as the searches of one field. */
export class Lanes {
  readonly #newest = new Map<string, AbortController>();

  /**
   * Cancels what the lane asked for before.
   * @returns the signal for the new request: that of the caller, or the lane's next request, whichever comes first
   */
  enter({
    lane,
    signal,
  }: {
    readonly lane?: string | undefined;
    readonly signal?: AbortSignal | undefined;
  }): AbortSignal | undefined {
    if (lane === undefined) return signal;
    this.#newest.get(lane)?.abort();
    const controller = new AbortController();
    this.#newest.set(lane, controller);
    return signal === undefined ? controller.signal : AbortSignal.any([signal, controller.signal]);
  }
}
