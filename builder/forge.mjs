#!/usr/bin/env node
/** Entry of the `forge` command: runs the TypeScript sources directly. */
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv);
