/** Where a sample is drawn: aside, in OUT.sampling, until it is whole. What an interrupted command has finished is kept. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../faults.ts';
import { takeLock } from '../lock.ts';

/** Says that a folder is a sample, and what is in it. */
export const SAMPLE_FILE = 'sample.json';

export interface SampleWorkspace {
  readonly out: string;
  /** The sample in the making. */
  readonly sample: string;
  readonly scratch: string;
  /** Puts the finished sample in its place. */
  publish(): Promise<void>;
  release(): void;
}

/**
 * @param out folder that the sample will be
 * @param key of everything that decides what is drawn: files of another one are thrown away
 * @throws UsageError where out is something else than a sample
 * @throws BuildError where another process is at work on it
 */
export function openSampleWorkspace(out: string, key: string): SampleWorkspace {
  const target = path.resolve(out);
  const sampling = `${target}.sampling`;
  if (existsSync(target) && !existsSync(path.join(target, SAMPLE_FILE))) {
    throw new UsageError(
      `${target} exists and is not a sample (it has no ${SAMPLE_FILE}). Choose another --out, or move it away.`,
    );
  }
  mkdirSync(sampling, { recursive: true });
  const release = takeLock(path.join(sampling, 'lock'));
  const [sample, scratch, keyFile] = ['sample', 'scratch', 'key'].map((name) => path.join(sampling, name));
  const isSame = existsSync(keyFile!) && readFileSync(keyFile!, 'utf8') === key;
  if (!isSame) rmSync(sample!, { recursive: true, force: true });
  rmSync(scratch!, { recursive: true, force: true });
  for (const folder of [sample!, scratch!]) mkdirSync(folder, { recursive: true });
  writeFileSync(keyFile!, key);
  const publish = async (): Promise<void> => {
    await rm(target, { recursive: true, force: true });
    await rename(sample!, target);
    await rm(sampling, { recursive: true, force: true });
  };
  return { out: target, sample: sample!, scratch: scratch!, publish, release };
}
