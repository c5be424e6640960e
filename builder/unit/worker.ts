/** A worker thread: does units one after another, as it is told. */
import { parentPort } from 'node:worker_threads';
import type { Catalogue } from '../../lib/audit/audit.ts';
import { messageOf } from '../faults.ts';
import type { Unit } from '../plan.ts';
import { runUnit, unitFolder } from './run.ts';
import type { UnitSummary } from './sink.ts';
import { stagedCatalogue, type StagedCatalogue } from './staged-catalogue.ts';

export interface Order {
  readonly stage: string;
  readonly unit: Unit;
  /** Units that have staged documentation, in order of input; calls are linked to it. */
  readonly documented: readonly number[];
}

export type Answer =
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'done'; readonly summary: UnitSummary }
  | { readonly kind: 'failed'; readonly message: string };

const port = parentPort;
if (port === null) throw new Error('builder/unit/worker.ts runs as a worker thread only.');
const say = (answer: Answer): void => port.postMessage(answer);

/** What this thread has read of the catalogue; all orders of one wave have the same. */
let catalogue: { readonly key: string; readonly of: StagedCatalogue } | null = null;

function catalogueOf({ stage, documented }: Order): Catalogue {
  const key = documented.join();
  if (catalogue?.key !== key) {
    catalogue?.of.close();
    catalogue = { key, of: stagedCatalogue(documented.map((no) => unitFolder(stage, no))) };
  }
  return catalogue.of;
}

port.on('message', (order: Order) => {
  runUnit(order.stage, order.unit, catalogueOf(order), (bytes) => say({ kind: 'progress', bytes })).then(
    (summary) => say({ kind: 'done', summary }),
    (error: unknown) => say({ kind: 'failed', message: messageOf(error) }),
  );
});
