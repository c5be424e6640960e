/** Worker threads that take units, largest first, so that both cores end at about the same time. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { BuildError } from '../faults.ts';
import type { Unit } from '../plan.ts';
import { ROOT } from '../version.ts';
import type { UnitSummary } from './sink.ts';
import type { Answer, Order } from './worker.ts';

/** Heap of a worker: the largest document (47 MB) needs about half of it. */
const HEAP_MB = 900;

/** Room for young objects, many of which die soon: 64 costs a quarter more time, 192 no less time and 150 MB more. */
const YOUNG_MB = 96;

/** Threads of a command unless told otherwise: one per core, and two at most, since more would cost more memory than the documented 2 GB. */
const DEFAULT_WORKERS = Math.max(1, Math.min(2, availableParallelism()));

export interface Pool {
  readonly workers: number;
  /**
   * Does units. The result depends on the units alone.
   * @param stage folder of stage files
   * @param units what to do
   * @param documented units that have staged documentation, in order of input
   * @param onBytes told the bytes of input read
   * @returns summaries by unit number
   * @throws BuildError naming the unit's files where a thread dies, e.g. for want of memory
   */
  run(
    stage: string,
    units: readonly Unit[],
    documented: readonly number[],
    onBytes: (bytes: number) => void,
  ): Promise<Map<number, UnitSummary>>;
  /** Ends the threads: what they hold is needed elsewhere. */
  close(): Promise<void>;
}

/**
 * Starts threads, each of which loads all adapters and the tables of the tokeniser meanwhile, and ends them after all.
 * @param workers number of threads
 * @param work what is done with them
 */
export async function withPool<T>(workers: number | undefined, work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = openPool(workers ?? DEFAULT_WORKERS);
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}

function openPool(workers: number): Pool {
  const threads = Array.from({ length: workers }, startWorker);
  return {
    workers,
    run: async (stage, units, documented, onBytes) => {
      const queue = [...units].toSorted((a, b) => b.bytes - a.bytes || a.no - b.no);
      const summaries = new Map<number, UnitSummary>();
      const serve = async (worker: Worker): Promise<void> => {
        for (let unit = queue.shift(); unit !== undefined; unit = queue.shift()) {
          summaries.set(unit.no, await order(worker, { stage, unit, documented }, onBytes));
        }
      };
      await Promise.all(threads.map(serve));
      return summaries;
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

function startWorker(): Worker {
  return new Worker(path.join(ROOT, 'builder/unit/worker.mjs'), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  });
}

function order(worker: Worker, task: Order, onBytes: (bytes: number) => void): Promise<UnitSummary> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
    };
    const fail = (message: string): void => {
      settle();
      const { files, source } = task.unit;
      const last = files.at(-1)?.path ?? '';
      reject(new BuildError(`Reading ${source}, ${files[0]?.path ?? ''} to ${last}: ${message}`));
    };
    const onMessage = (answer: Answer): void => {
      if (answer.kind === 'progress') return onBytes(answer.bytes);
      if (answer.kind === 'failed') return fail(answer.message);
      settle();
      resolve(answer.summary);
    };
    const onError = (error: Error): void => fail(error.message);
    const onExit = (code: number): void => fail(`The worker thread ended with code ${code}.`);
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    // A worker thread, not a window: it has no origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(task);
  });
}
