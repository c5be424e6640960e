/** The thread that reads tables of runs and fits them: a fit holds a thread for seconds. */
import { messageOf } from '../adapters/reasons.ts';
import { analyse } from './analyse.ts';
import type { FitReport, FitRequest } from './messages.ts';
import { joinTables } from './table/join-tables.ts';
import { readTable } from './table/read-table.ts';

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 50;

// The library of the DOM describes a window; this is a worker, which has the part of it that is used here.
const port = self as unknown as {
  postMessage(report: FitReport): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FitRequest>) => void): void;
};

port.addEventListener('message', ({ data }) => {
  respond(data).then(
    (report) => port.postMessage(report),
    (error: unknown) => port.postMessage({ kind: 'failed', message: messageOf(error) }),
  );
});

async function respond(request: FitRequest): Promise<FitReport> {
  if (request.kind === 'read') {
    const tables = await Promise.all(request.files.map(({ name, bytes }) => readTable(name, bytes)));
    return { kind: 'table', table: joinTables(tables) };
  }
  let told = 0;
  const answer = analyse(request.runs, request.question, (part) => {
    if (performance.now() - told < REPORT_EVERY) return;
    told = performance.now();
    port.postMessage({ kind: 'progress', part });
  });
  return { kind: 'answer', answer };
}
