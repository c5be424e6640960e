/**
 * One malloc arena for commands with many threads. glibc gives each thread an arena of its own and keeps what was freed
 * in it: an import of 1 GB held 960 MB so, and holds 824 MB with one arena, in the same time (docs/decisions/builder.md).
 * The variable is read when a process begins, so the command is run again with it. Other C libraries do not know it.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const VARIABLE = 'MALLOC_ARENA_MAX';

/** @returns whether this process should run the command in another one; never twice, nor against the user's own setting */
export function needsOneArena() {
  return process.platform === 'linux' && process.env[VARIABLE] === undefined;
}

/**
 * Runs the same command line with one arena, and hands on its output, signals and end.
 * @returns {Promise<number>} its exit code, 128 and the signal's number where a signal ended it
 */
export function runWithOneArena() {
  const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [VARIABLE]: '1' },
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}

/** In the process that was started so: ends with the one that started it, even where that one is killed. */
export function endWithStarter() {
  if (process.channel === undefined) return;
  process.once('disconnect', () => process.exit(1));
  process.channel.unref();
}
