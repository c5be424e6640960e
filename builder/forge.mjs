#!/usr/bin/env node
/** Entry of the `forge` command: runs the TypeScript sources directly. */
import { endWithStarter, needsLeanMalloc, runWithLeanMalloc } from './lean-malloc.mjs';

/** Commands that read files in several threads. */
const THREADED = new Set(['build', 'import']);

if (THREADED.has(process.argv[2] ?? '') && needsLeanMalloc()) process.exitCode = await runWithLeanMalloc();
else {
  endWithStarter();
  // Not loaded by a process that only starts another.
  const { register } = await import('tsx/esm/api');
  register();
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv);
}
