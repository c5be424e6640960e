/** Worker threads that take units, largest first, so that both cores end at about the same time. */
import { Worker } from 'node:worker_threads';
import { BuildError } from '../faults.ts';
import type { Unit } from '../plan.ts';
import type { UnitSummary } from './sink.ts';
import type { Answer, Order } from './worker.ts';

/** Heap of a worker: the largest document (47 MB) needs about half of it. */
const HEAP_MB = 900;

/** Room for young objects, many of which die soon: 64 costs a quarter more time, 192 no less time and 150 MB more. */
const YOUNG_MB = 96;

/** Threads that are started when they are first needed, and stay: each loads all adapters and the tables of the tokeniser. */
export interface Pool {
  /**
   * Does units. The result depends on the units alone.
   * @param units what to do
   * @param documented units that have staged documentation, in order of input
   * @returns summaries by unit number
   * @throws BuildError naming the unit's files where a thread dies, e.g. for want of memory
   */
  run(units: readonly Unit[], documented: readonly number[]): Promise<Map<number, UnitSummary>>;
  close(): Promise<void>;
}

/**
 * @param stage folder of stage files
 * @param workers number of threads
 * @param onBytes told the bytes of input read
 */
export function openPool(stage: string, workers: number, onBytes: (bytes: number) => void): Pool {
  const threads: Worker[] = [];
  return {
    run: async (units, documented) => {
      const queue = [...units].toSorted((a, b) => b.bytes - a.bytes || a.no - b.no);
      const summaries = new Map<number, UnitSummary>();
      const serve = async (no: number): Promise<void> => {
        const worker = (threads[no] ??= startWorker());
        for (let unit = queue.shift(); unit !== undefined; unit = queue.shift()) {
          summaries.set(unit.no, await order(worker, { stage, unit, documented }, onBytes));
        }
      };
      await Promise.all(Array.from({ length: Math.min(workers, units.length) }, (_, no) => serve(no)));
      return summaries;
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

function startWorker(): Worker {
  return new Worker(new URL('./worker.mjs', import.meta.url), {
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
