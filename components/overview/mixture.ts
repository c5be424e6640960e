/** The mixture of a corpus by component and source, as corpus.json has it. */
import { COMPONENTS, type Component } from '@/lib/corpus';
import type { Manifest } from '@/lib/corpus/manifest';

export const MEASURES = ['tokens', 'records', 'chars'] as const;
export type Measure = (typeof MEASURES)[number];

export interface MixturePart {
  readonly source: string;
  readonly title: string;
  readonly constructed: boolean;
  readonly value: number;
  /** Part of the whole corpus, 0 to 1. */
  readonly share: number;
  readonly records: number;
}

export interface MixtureComponent {
  readonly component: Component;
  readonly value: number;
  readonly share: number;
  readonly records: number;
  /** Sources that contribute, most first. */
  readonly parts: readonly MixturePart[];
}

/**
 * @param manifest the corpus
 * @param measure what is compared
 * @returns the components that the corpus has, in their fixed order; shares are 0 where the whole is 0
 */
export function mixtureOf(manifest: Manifest, measure: Measure): MixtureComponent[] {
  const all = COMPONENTS.map((component) => partsOf(manifest, component, measure));
  const whole = all.flat().reduce((sum, part) => sum + part.value, 0);
  const shareOf = (value: number) => (whole === 0 ? 0 : value / whole);
  return COMPONENTS.flatMap((component, index) => {
    const parts = all[index] ?? [];
    if (parts.length === 0) return [];
    const value = parts.reduce((sum, part) => sum + part.value, 0);
    const records = parts.reduce((sum, part) => sum + part.records, 0);
    return [
      {
        component,
        value,
        records,
        share: shareOf(value),
        parts: parts.map((part) => ({ ...part, share: shareOf(part.value) })),
      },
    ];
  });
}

function partsOf(manifest: Manifest, component: Component, measure: Measure): Omit<MixturePart, 'share'>[] {
  return manifest.sources
    .flatMap(({ source, title, constructed, components }) => {
      const counts = components[component];
      return counts ? [{ source, title, constructed, value: counts[measure], records: counts.records }] : [];
    })
    .toSorted((a, b) => b.value - a.value || (a.source < b.source ? -1 : 1));
}
