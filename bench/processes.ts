/** Commands under measurement: how long, and how much memory the whole tree of processes held at the most. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const PAGE = 4096;

/** Resident bytes of a process and all of its descendants; Linux only, 0 elsewhere. */
function residentBytes(pid: number): number {
  const parents = new Map<number, number>();
  const resident = new Map<number, number>();
  try {
    for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        parents.set(Number(entry), Number(fields[1]));
        resident.set(Number(entry), Number(fields[21]) * PAGE);
      } catch {
        // The process ended between the listing and the reading.
      }
    }
  } catch {
    return 0;
  }
  const inTree = (candidate: number): boolean => {
    for (let id: number | undefined = candidate; id !== undefined && id > 1; id = parents.get(id))
      if (id === pid) return true;
    return false;
  };
  return [...resident].reduce((sum, [id, bytes]) => (inTree(id) ? sum + bytes : sum), 0);
}

export interface Run {
  readonly seconds: number;
  readonly peakBytes: number;
}

/** @throws Error where the command fails */
export async function measureCommand(args: readonly string[]): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  let peakBytes = 0;
  const sampler = setInterval(() => (peakBytes = Math.max(peakBytes, residentBytes(child.pid ?? 0))), 200);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(sampler);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return { seconds: (performance.now() - start) / 1000, peakBytes };
}

/**
 * Starts a server and waits until its address answers.
 * @returns the process, and the seconds it took
 */
export async function startServer(
  args: readonly string[],
  url: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly child: ChildProcess; readonly seconds: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended with ${child.exitCode}`);
    const answered = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return { child, seconds: (performance.now() - start) / 1000 };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
