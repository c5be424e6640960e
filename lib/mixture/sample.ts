/** Where `forge sample` puts what it draws, so that recipes can point there. */
import type { Stratum } from './strata.ts';

export const SAMPLE_FORMATS = ['jsonl', 'parquet'] as const;
export type SampleFormat = (typeof SAMPLE_FORMATS)[number];

/**
 * @returns the folder of a stratum's files within the sample, e.g. `code/npm-code`. A source's name may hold anything: what
 *   is no plain name is percent-encoded.
 */
export function stratumFolder({ component, source }: Pick<Stratum, 'component' | 'source'>): string {
  const name = encodeURIComponent(source).replace(/[!'()*~]|^\.+/g, (found) =>
    [...found].map((character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`).join(''),
  );
  return `${component}/${name}`;
}
