#!/usr/bin/env node
/** Entry of the `forge` command: runs the TypeScript sources directly. */
import { register } from 'tsx/esm/api';
import { endWithStarter, needsOneArena, runWithOneArena } from './one-arena.mjs';

/** Commands that read files in several threads. */
const THREADED = new Set(['build', 'import']);

if (THREADED.has(process.argv[2] ?? '') && needsOneArena()) process.exitCode = await runWithOneArena();
else {
  endWithStarter();
  register();
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv);
}
