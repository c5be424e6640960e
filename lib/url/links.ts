/** Links to every view. They keep the open corpus, and the list's state, so that previous and next work within it. */
import { createSerializer } from 'nuqs/server';
import { apiListParsers, apiUrlKeys, type ApiListState } from './apis.ts';
import { corpusParser } from './corpus.ts';
import { documentListParsers, documentUrlKeys, type DocumentListState } from './documents.ts';
import { id, step } from './parsers.ts';
import { planParsers, planUrlKeys, type PlanState } from './plan.ts';
import { placeOf, steps, type StepPlace } from './step-place.ts';
import { trajectoryListParsers, trajectoryUrlKeys, type TrajectoryListState } from './trajectories.ts';

/** What a link keeps: the value of `corpus` in the URL (null for the default), and the list it belongs to. */
export interface Carry<L> {
  readonly corpus?: string | null;
  readonly list?: Partial<L>;
}

export type ApiCarry = Carry<ApiListState>;
export type TrajectoryCarry = Carry<TrajectoryListState>;
export type DocumentCarry = Carry<DocumentListState>;

const apiQuery = createSerializer({ corpus: corpusParser, id, row: id, ...apiListParsers }, { urlKeys: apiUrlKeys });
const trajectoryQuery = createSerializer(
  { corpus: corpusParser, id, step: steps, call: step, ...trajectoryListParsers },
  { urlKeys: trajectoryUrlKeys },
);
const documentQuery = createSerializer(
  { corpus: corpusParser, id, ...documentListParsers },
  { urlKeys: documentUrlKeys },
);
const compareQuery = createSerializer(
  { corpus: corpusParser, a: id, b: id, ...trajectoryListParsers },
  { urlKeys: trajectoryUrlKeys },
);
const planQuery = createSerializer({ corpus: corpusParser, ...planParsers }, { urlKeys: planUrlKeys });
const plainQuery = createSerializer({ corpus: corpusParser });

/** The overview. */
export function overviewHref(corpus: string | null = null): string {
  return plainQuery('/', { corpus });
}

/** The catalogue, narrowed by a list state; what is left out is not narrowed. `row`: api_id of the row to come back to. */
export function apisHref({ corpus = null, list = {} }: ApiCarry = {}, row: string | null = null): string {
  return apiQuery('/apis/', { corpus, row, ...list });
}

/** One API. */
export function apiHref(apiId: string, { corpus = null, list = {} }: ApiCarry = {}): string {
  return apiQuery('/apis/view/', { corpus, id: apiId, ...list });
}

/** The list of trajectories. */
export function trajectoriesHref({ corpus = null, list = {} }: TrajectoryCarry = {}): string {
  return trajectoryQuery('/trajectories/', { corpus, ...list });
}

/** The list of documents. */
export function documentsHref({ corpus = null, list = {} }: DocumentCarry = {}): string {
  return documentQuery('/documents/', { corpus, ...list });
}

/** One document. */
export function documentHref(documentId: string, { corpus = null, list = {} }: DocumentCarry = {}): string {
  return documentQuery('/documents/view/', { corpus, id: documentId, ...list });
}

/** Two trajectories side by side; without the second, the choice of one. */
export function compareHref(a: string, b: string | null, { corpus = null, list = {} }: TrajectoryCarry = {}): string {
  return compareQuery('/trajectories/compare/', { corpus, a, b, ...list });
}

/** One trajectory, at one of its steps, a call or a range of steps. */
export function trajectoryHref(
  trajectoryId: string,
  at: number | StepPlace | null = null,
  { corpus = null, list = {} }: TrajectoryCarry = {},
): string {
  const place = typeof at === 'number' ? placeOf(at) : at;
  return trajectoryQuery('/trajectories/view/', {
    corpus,
    id: trajectoryId,
    step: place?.step ?? null,
    call: place?.call ?? null,
    ...list,
  });
}

/**
 * The planner.
 * @param plan what is left out keeps its default; weights by component or `source/component`, in any proportion
 */
export function planHref(plan: Partial<PlanState> = {}, corpus: string | null = null): string {
  return planQuery('/mixture/plan/', { corpus, ...plan });
}
