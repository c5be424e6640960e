/** The planner's state in the URL. Names of parameters never change: links outlive versions. */
import { createParser } from 'nuqs/server';
import { exactCount, parseCount } from '../format/counts.ts';
import { DEFAULT_CONTEXT, DEFAULT_MAX_EPOCHS, REMAINDERS, type Plan, type Remainder } from '../mixture/plan.ts';
import { parseRepeated, serializeList } from './codecs.ts';
import { list, word } from './parsers.ts';

/** Where the weights come from, while nobody has changed them by hand. */
export const PLAN_ORIGINS = ['equal', 'paper', 'temperature', 'fit', 'file'] as const;
export type PlanOrigin = (typeof PLAN_ORIGINS)[number];

const NUMBER = /^\d{1,12}(?:\.\d{1,9})?$/;

/** `code:0.4,git/code:0.2`: numbers from 0 by name; commas and backslashes in a name are escaped. */
export function parseNumbers(text: string): Readonly<Record<string, number>> | null {
  const entries = (parseRepeated(text) ?? []).map((item) => {
    const colon = item.lastIndexOf(':');
    const value = item.slice(colon + 1);
    return colon > 0 && NUMBER.test(value) ? ([item.slice(0, colon), Number(value)] as const) : null;
  });
  const sound = entries.filter((entry) => entry !== null);
  return sound.length === 0 || sound.length < entries.length ? null : Object.fromEntries(sound);
}

/** Six digits after the point. */
export function serializeNumbers(numbers: Readonly<Record<string, number>>): string {
  return serializeList(
    Object.entries(numbers).map(([name, value]) => `${name}:${value.toFixed(6).replace(/\.?0+$/, '')}`),
  );
}

const eq = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const numbers = createParser<Readonly<Record<string, number>>>({
  parse: parseNumbers,
  serialize: serializeNumbers,
  eq,
}).withDefault({});

const count = createParser<number>({ parse: parseCount, serialize: exactCount });

const epochs = createParser<number>({
  parse: (text) => (NUMBER.test(text) ? Number(text) : null),
  serialize: String,
});

function whole(min: number, max: number) {
  const parse = (text: string) =>
    /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : null;
  return createParser<number>({ parse, serialize: String });
}

/** Longest context length that is planned for; charts have a bin per quarter of an octave up to it. */
export const MAX_CONTEXT = 16_777_216;

/** For useQueryStates. `budget` null stands for all tokens of the corpus. */
export const planParsers = {
  weights: numbers,
  budget: count,
  maxEpochs: epochs.withDefault(DEFAULT_MAX_EPOCHS),
  limits: numbers,
  remainder: word<Remainder>(REMAINDERS).withDefault('leave'),
  context: whole(2, MAX_CONTEXT).withDefault(DEFAULT_CONTEXT),
  seed: whole(0, 999_999_999).withDefault(0),
  locked: list,
  origin: word<PlanOrigin>(PLAN_ORIGINS),
} as const;

export const planUrlKeys = {
  weights: 'w',
  maxEpochs: 'epochs',
  limits: 'limit',
  remainder: 'rest',
  locked: 'lock',
  origin: 'from',
} as const satisfies Partial<Record<keyof typeof planParsers, string>>;

export interface PlanState extends Omit<Plan, 'budget'> {
  readonly budget: number | null;
  /** Keys of strata whose share is held while others move. */
  readonly locked: readonly string[];
  readonly origin: PlanOrigin | null;
}

/** @param corpusTokens tokens of the corpus: the budget where none is given */
export function planOf({ locked: _locked, origin: _origin, budget, ...plan }: PlanState, corpusTokens: number): Plan {
  return { ...plan, budget: budget ?? corpusTokens };
}
