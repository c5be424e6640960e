/** One worker a question: to cancel is to end its thread, at once and wherever it is. */
import type { FitReport, FitRequest, RunsFile } from './messages.ts';
import type { FitAnswer, FitOrder } from './question.ts';
import type { Table } from './table/table.ts';

export interface Asked<T> {
  /** Rejects with an Error in words; never settles after `cancel`. */
  readonly result: Promise<T>;
  readonly cancel: () => void;
}

/** Reads one file, or two that belong together. */
export function askForTable(files: readonly RunsFile[]): Asked<Table> {
  return ask({ kind: 'read', files }, (report) => (report.kind === 'table' ? report.table : null));
}

/** @param onProgress told the part that is done, 0 to 1 */
export function askForFit(order: FitOrder, onProgress: (part: number) => void): Asked<FitAnswer> {
  return ask({ kind: 'fit', ...order }, (report) => (report.kind === 'answer' ? report.answer : null), onProgress);
}

function ask<T>(
  request: FitRequest,
  resultOf: (report: FitReport) => T | null,
  onProgress: (part: number) => void = () => {},
): Asked<T> {
  const thread = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const result = new Promise<T>((resolve, reject) => {
    thread.addEventListener('message', ({ data }: MessageEvent<FitReport>) => {
      if (data.kind === 'progress') return onProgress(data.part);
      thread.terminate();
      const found = resultOf(data);
      if (found !== null) resolve(found);
      else reject(new Error(data.kind === 'failed' ? data.message : 'The fit gave an answer to another question.'));
    });
    thread.addEventListener('error', ({ message }) => {
      thread.terminate();
      reject(new Error(`The fit stopped: ${message || 'the tab may be out of memory'}.`));
    });
  });
  // A worker thread, not a window: it has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  thread.postMessage(request);
  return { result, cancel: () => thread.terminate() };
}
