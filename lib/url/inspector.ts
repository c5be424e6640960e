/** How a trajectory is looked at, in the URL: where the reader is, what is shown, what is looked for. */
import { createParser } from 'nuqs/server';
import { parseList, parseWord, serializeList } from './codecs.ts';
import { choice, step, text, word } from './parsers.ts';
import { steps } from './step-place.ts';

/** The kinds of what a step holds that can be hidden, in the order in which they are listed. */
export const STEP_KINDS = ['system', 'user', 'assistant', 'reasoning', 'calls', 'observations'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** What stands beside the steps; `none` where the reader has closed it. */
export const INSPECTOR_PANELS = ['call', 'tools', 'record', 'none'] as const;
export type InspectorPanel = (typeof INSPECTOR_PANELS)[number];

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Items of a list that are none are left out. */
function listOf<T>(read: (item: string) => T | null) {
  return createParser<readonly T[]>({
    parse: (value) => (parseList(value) ?? []).flatMap((item) => read(item) ?? []),
    serialize: (values) => serializeList(values.map(String)),
    eq: same,
  }).withDefault([]);
}

export const inspectorParsers = {
  step: steps,
  call: step,
  /** Text that is looked for. */
  find: text,
  /** Kinds that are not shown. */
  hide: listOf((item) => parseWord(item, STEP_KINDS)),
  /** Long lines: wrapped unless `no`. */
  wrap: choice.withDefault(true),
  /** `answer`: only the path that led to the answer. */
  path: word(['answer'] as const),
  /** First steps of the branches that are folded. */
  fold: listOf((item) => (/^\d{1,9}$/.test(item) ? Number(item) : null)),
  panel: word(INSPECTOR_PANELS),
} as const;

/** What the parsers return. */
export interface InspectorState {
  readonly step: { readonly from: number; readonly to: number } | null;
  readonly call: number | null;
  readonly find: string;
  readonly hide: readonly StepKind[];
  readonly wrap: boolean;
  readonly path: 'answer' | null;
  readonly fold: readonly number[];
  readonly panel: InspectorPanel | null;
}
