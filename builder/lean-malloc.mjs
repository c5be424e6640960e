/**
 * What malloc of glibc is told for commands with many threads and large buffers (mallopt(3)); both are read when a process
 * begins, so the command is run again with them. Other C libraries do not know them. What each is worth stands in
 * docs/decisions/builder.md.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const SETTINGS = {
  /** Each thread has an arena of its own else, and keeps in it what was freed. */
  MALLOC_ARENA_MAX: '1',
  /** From so many bytes on, memory goes back when it is freed; else the limit grows with what is freed, to 32 MB. */
  MALLOC_MMAP_THRESHOLD_: '262144',
};

/** @returns whether this process should run the command in another one; never twice, nor against the user's own settings */
export function needsLeanMalloc() {
  return process.platform === 'linux' && Object.keys(SETTINGS).some((name) => process.env[name] === undefined);
}

/**
 * Runs the same command line so, and hands on its output, signals and end.
 * @returns {Promise<number>} its exit code, 128 and the signal's number where a signal ended it
 */
export function runWithLeanMalloc() {
  const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...SETTINGS, ...process.env },
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
