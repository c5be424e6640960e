/**
 * Work for one worker, one task at a time. What was asked for last goes first, since it is what the reader looks at
 * now; requests of the same moment keep their order. Work that nobody waits for any more never reaches the worker.
 */
import { CancelledError } from './errors.ts';

export interface TaskOptions {
  readonly signal?: AbortSignal | undefined;
  /** Behind everything else: prefetching. */
  readonly background?: boolean | undefined;
  /** Does not begin while other work is expected either; never for what that work may be waiting for. */
  readonly yields?: boolean | undefined;
}

interface Task {
  readonly options: TaskOptions;
  readonly moment: number;
  readonly start: () => Promise<void>;
  readonly cancel: () => void;
}

export class TaskQueue {
  #waiting: Task[] = [];
  #running = false;
  /** Work that is being made ready and will be pushed. */
  #expected = 0;
  #moment = 0;
  #momentOpen = false;

  /**
   * @param name of the query, for CancelledError
   * @param work what to run when its turn comes
   * @returns what the work returns
   * @throws CancelledError where the signal comes before its turn
   */
  push<T>(name: string, work: () => Promise<T>, options: TaskOptions = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (options.signal?.aborted) {
        reject(new CancelledError(name));
        return;
      }
      const task: Task = {
        options,
        moment: this.#thisMoment(),
        start: () => work().then(resolve, reject),
        cancel: () => {
          this.#waiting = this.#waiting.filter((other) => other !== task);
          reject(new CancelledError(name));
        },
      };
      options.signal?.addEventListener('abort', () => this.#waiting.includes(task) && task.cancel(), { once: true });
      this.#waiting.push(task);
      void this.#drain();
    });
  }

  /**
   * Announces work that is about to be pushed: until then, work that yields does not begin.
   * @returns says that it was pushed, or never will be
   */
  expect(): () => void {
    this.#expected++;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#expected--;
      void this.#drain();
    };
  }

  async #drain(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    // Let everything that is asked for in this moment arrive before choosing.
    await Promise.resolve();
    for (let task = this.#next(); task !== undefined; task = this.#next()) await task.start();
    this.#running = false;
  }

  #next(): Task | undefined {
    let best: Task | undefined;
    for (const task of this.#waiting) {
      if (this.#expected > 0 && task.options.yields === true) continue;
      if (best === undefined || goesBefore(task, best)) best = task;
    }
    this.#waiting = this.#waiting.filter((task) => task !== best);
    return best;
  }

  /** Number of the current turn of the event loop. */
  #thisMoment(): number {
    if (!this.#momentOpen) {
      this.#moment++;
      this.#momentOpen = true;
      setTimeout(() => {
        this.#momentOpen = false;
      }, 0);
    }
    return this.#moment;
  }
}

function goesBefore(a: Task, b: Task): boolean {
  const background = Number(a.options.background ?? false) - Number(b.options.background ?? false);
  return background !== 0 ? background < 0 : a.moment > b.moment;
}
