/** The page of opened files: what its address says, and links to it. */
import { createSerializer } from 'nuqs/server';
import { corpusParser } from './corpus.ts';
import { id, sort, step, text, word } from './parsers.ts';
import { placeOf, steps, type StepPlace } from './step-place.ts';

/** Columns that the list of opened trajectories can be sorted by. */
export const OPENED_SORTS = [
  'task',
  'kind',
  'domain',
  'n_steps',
  'n_calls',
  'n_errors',
  'n_invalid',
  'tokens',
] as const;
export type OpenedSort = (typeof OPENED_SORTS)[number];

export const OPENED_TABS = ['trajectories', 'apis', 'rejects'] as const;
export type OpenedTab = (typeof OPENED_TABS)[number];

export const openParsers = {
  /** Address of a file to fetch; a file that was dropped has none. */
  file: id,
  /** Name of the format to read it as. */
  format: id,
  q: text,
  tab: word(OPENED_TABS).withDefault('trajectories'),
  sort: sort(OPENED_SORTS),
} as const;

const query = createSerializer({ corpus: corpusParser, id, step: steps, call: step, ...openParsers });

/** What a link to the page keeps. */
export interface OpenPlace {
  readonly corpus?: string | null;
  readonly file?: string | null;
  readonly format?: string | null;
  readonly q?: string;
  readonly tab?: OpenedTab;
}

/** The page of opened files; with an id one trajectory of them, at one of its steps. */
export function openHref(
  place: OpenPlace = {},
  trajectoryId: string | null = null,
  at: number | StepPlace | null = null,
): string {
  const here = typeof at === 'number' ? placeOf(at) : at;
  return query('/open/', { ...place, id: trajectoryId, step: here?.step ?? null, call: here?.call ?? null });
}
