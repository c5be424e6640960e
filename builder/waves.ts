/** What is read before what: calls are judged by documentation, so documentation is staged first. */
import { documentsApis, fingerprint, type Unit } from './plan.ts';

export interface Waves {
  readonly documentation: readonly Unit[];
  /** Units whose calls are linked to what the others document. */
  readonly trajectories: readonly Unit[];
}

/**
 * @param units in order of input
 * @returns them in two waves; a unit of the second is done again where the first has changed
 */
export function wavesOf(units: readonly Unit[]): Waves {
  const documentation = units.filter(isDocumentation);
  const known = documentation.map(({ key }) => key);
  const trajectories = units
    .filter((unit) => !isDocumentation(unit))
    .map((unit) => ({ ...unit, key: fingerprint([unit.key, known]) }));
  return { documentation, trajectories };
}

function isDocumentation({ reader, files }: Unit): boolean {
  return files.some((file) => documentsApis(reader, file));
}
