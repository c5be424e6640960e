/** Where a corpus is built: aside, in OUT.building, until it is whole and takes the place of OUT by renaming. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from './faults.ts';
import { takeLock } from './lock.ts';

export interface Workspace {
  readonly out: string;
  /** Stage files; kept when a build is interrupted. */
  readonly stage: string;
  /** The corpus in the making; started afresh each time. */
  readonly corpus: string;
  readonly scratch: string;
  /** Puts the finished corpus in its place. */
  publish(): Promise<void>;
  /** Lets another build have the folder. */
  release(): void;
}

/**
 * @param out folder that the corpus will be
 * @throws UsageError where out is something else than a corpus
 * @throws BuildError where another build is at work on it
 */
export function openWorkspace(out: string): Workspace {
  const target = path.resolve(out);
  const building = `${target}.building`;
  const replaced = `${target}.replaced`;
  if (existsSync(target) && !existsSync(path.join(target, 'corpus.json'))) {
    throw new UsageError(
      `${target} exists and is not a corpus (it has no corpus.json). Choose another --out, or move it away.`,
    );
  }
  mkdirSync(building, { recursive: true });
  const release = takeLock(path.join(building, 'lock'));
  const folders = {
    stage: path.join(building, 'stage'),
    corpus: path.join(building, 'corpus'),
    scratch: path.join(building, 'scratch'),
  };
  for (const folder of [folders.corpus, folders.scratch]) rmSync(folder, { recursive: true, force: true });
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  const publish = async (): Promise<void> => {
    await rm(replaced, { recursive: true, force: true });
    if (existsSync(target)) await rename(target, replaced);
    await rename(folders.corpus, target);
    await rm(replaced, { recursive: true, force: true });
    await rm(building, { recursive: true, force: true });
  };
  return { out: target, ...folders, publish, release };
}
