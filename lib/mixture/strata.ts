/** The units of a mixture: what one source contributes to one component. */
import { COMPONENTS, type Component } from '../corpus/index.ts';
import type { Manifest } from '../corpus/manifest.ts';

export interface Stratum {
  /** `source/component`. */
  readonly key: string;
  readonly source: string;
  readonly component: Component;
  /** Title of the source, for people. */
  readonly title: string;
  readonly records: number;
  /** Tokens of all its records, as the corpus's tokenizer counts them. */
  readonly tokens: number;
}

/** @returns the key of a stratum; a source's name may hold slashes, a component's cannot */
export function stratumKey(source: string, component: Component): string {
  return `${source}/${component}`;
}

/**
 * @param manifest corpus.json, which knows records and tokens of each source by component
 * @returns strata in order of component, then by tokens, most first
 */
export function strataOf({ sources }: Pick<Manifest, 'sources'>): readonly Stratum[] {
  return COMPONENTS.flatMap((component) =>
    sources
      .flatMap(({ source, title, components }) => {
        const counts = components[component];
        if (counts === undefined) return [];
        return [{ key: stratumKey(source, component), source, component, title, ...counts }];
      })
      .map(({ chars: _chars, ...stratum }) => stratum)
      .toSorted((a, b) => b.tokens - a.tokens || (a.key < b.key ? -1 : 1)),
  );
}

/** Tokens of several strata. */
export function tokensOf(strata: readonly Pick<Stratum, 'tokens'>[]): number {
  return strata.reduce((sum, { tokens }) => sum + tokens, 0);
}
