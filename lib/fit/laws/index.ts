/** Every law there is to fit. */
import { exponentialLaw } from './exponential.ts';
import { gaussianProcessLaw } from './gaussian-process.ts';
import type { Law } from './law.ts';
import { linearLaw } from './linear.ts';
import { powerLaw } from './power.ts';
import { twoSidedLaw } from './two-sided.ts';

export const LAWS: readonly Law[] = [gaussianProcessLaw, linearLaw, exponentialLaw, powerLaw, twoSidedLaw];

/** @throws Error where there is no law of the name */
export function lawNamed(name: string): Law {
  const law = LAWS.find((one) => one.name === name);
  if (law === undefined)
    throw new Error(`There is no law "${name}": there are ${LAWS.map((one) => one.name).join(', ')}.`);
  return law;
}
