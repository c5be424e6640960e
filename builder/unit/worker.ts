/** A worker thread: does units one after another, as it is told. */
import { parentPort } from 'node:worker_threads';
import { messageOf } from '../faults.ts';
import type { Unit } from '../plan.ts';
import { runUnit } from './run.ts';
import type { UnitSummary } from './sink.ts';

export interface Order {
  readonly stage: string;
  readonly unit: Unit;
}

export type Answer =
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'done'; readonly summary: UnitSummary }
  | { readonly kind: 'failed'; readonly message: string };

const port = parentPort;
if (port === null) throw new Error('builder/unit/worker.ts runs as a worker thread only.');
const say = (answer: Answer): void => port.postMessage(answer);

port.on('message', ({ stage, unit }: Order) => {
  runUnit(stage, unit, (bytes) => say({ kind: 'progress', bytes })).then(
    (summary) => say({ kind: 'done', summary }),
    (error: unknown) => say({ kind: 'failed', message: messageOf(error) }),
  );
});
