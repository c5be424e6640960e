/** One process at a time works on a folder. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { BuildError } from './faults.ts';

/**
 * Takes the lock, or that of a process which is no more.
 * @param file that holds the id of the process
 * @returns lets go of it
 * @throws BuildError where another process holds it
 */
export function takeLock(file: string): () => void {
  if (existsSync(file)) {
    const holder = Number(readFileSync(file, 'utf8'));
    if (holder !== process.pid && isAlive(holder)) {
      throw new BuildError(
        `Another command (process ${holder}) is writing here. Wait until it has ended; if it has, delete ${file}.`,
      );
    }
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A process that has ended still has its number until its parent asks, which in a container may be never. Linux only. */
function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // proc(5): the state follows the name, which stands in brackets and may hold some itself.
    return stat.charAt(stat.lastIndexOf(')') + 2) === 'Z';
  } catch {
    return false;
  }
}
