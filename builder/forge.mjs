#!/usr/bin/env node
/** Entry of the `forge` command. */
import { endWithStarter, needsLeanMalloc, runWithLeanMalloc } from './lean-malloc.mjs';

/** Commands that read files in several threads. */
const THREADED = new Set(['build', 'import']);

if (THREADED.has(process.argv[2] ?? '') && needsLeanMalloc()) process.exitCode = await runWithLeanMalloc();
else {
  endWithStarter();
  // Not loaded by a process that only starts another.
  const { load } = await import('./load.mjs');
  const { main } = await load('main');
  process.exitCode = await main(process.argv);
}
