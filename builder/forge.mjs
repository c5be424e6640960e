#!/usr/bin/env node
/** Entry of the `forge` command: runs the TypeScript sources directly. */
import { endWithStarter, needsOneArena, runWithOneArena } from './one-arena.mjs';

/** Commands that read files in several threads. */
const THREADED = new Set(['build', 'import']);

if (THREADED.has(process.argv[2] ?? '') && needsOneArena()) process.exitCode = await runWithOneArena();
else {
  endWithStarter();
  // Not loaded by a process that only starts another.
  const { register } = await import('tsx/esm/api');
  register();
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv);
}
