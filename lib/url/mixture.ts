/** The state of /mixture/ in the URL. Names of parameters never change: links outlive versions. */
import { createSerializer, parseAsInteger } from 'nuqs/server';
import { COMPONENTS } from '../corpus/index.ts';
import { corpusParser } from './corpus.ts';
import { list, word } from './parsers.ts';

/** What shares are taken by. */
export const SHARE_DIMENSIONS = ['component', 'source', 'domain', 'language', 'licence', 'stage'] as const;
export type ShareDimension = (typeof SHARE_DIMENSIONS)[number];

/** What shares are of. */
export const SHARE_MEASURES = ['tokens', 'records', 'chars', 'trajectories'] as const;
export type ShareMeasure = (typeof SHARE_MEASURES)[number];

export const SHARE_FORMS = ['bar', 'treemap', 'table'] as const;
export type ShareForm = (typeof SHARE_FORMS)[number];

export const SCALES = ['share', 'count'] as const;
export type Scale = (typeof SCALES)[number];

/** Measures that have a distribution of lengths, in the order in which they are offered. */
export const LENGTH_MEASURES = [
  'tokens',
  'chars',
  'tokens_system',
  'tokens_user',
  'tokens_assistant',
  'tokens_reasoning',
  'tokens_calls',
  'tokens_observations',
  'steps',
  'calls',
  'step_tokens',
  'params',
] as const;
export type LengthMeasure = (typeof LENGTH_MEASURES)[number];

export const LENGTH_FORMS = ['histogram', 'ecdf', 'ridgeline', 'box'] as const;
export type LengthForm = (typeof LENGTH_FORMS)[number];

/** What the height of a distribution counts: records of a length, or the tokens that they hold. */
export const WEIGHTS = ['records', 'tokens'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** What tokens per byte are taken by. */
export const PER_BYTE_BY = ['source', 'language'] as const;
export type PerByteBy = (typeof PER_BYTE_BY)[number];

/** Context windows, in tokens. */
export const DEFAULT_WINDOW = 8_192;
export const MAX_WINDOW = 2 ** 24;

const window = parseAsInteger.withDefault(DEFAULT_WINDOW);

export const mixtureParsers = {
  /** A second corpus, shown beside the open one: a name or an address, as in `corpus`. */
  beside: corpusParser,
  by: word(SHARE_DIMENSIONS).withDefault('component'),
  of: word(SHARE_MEASURES).withDefault('tokens'),
  form: word(SHARE_FORMS).withDefault('bar'),
  scale: word(SCALES).withDefault('share'),
  /** Components whose lengths are shown; none: all. */
  components: list,
  measure: word(LENGTH_MEASURES).withDefault('tokens'),
  chart: word(LENGTH_FORMS).withDefault('histogram'),
  weight: word(WEIGHTS).withDefault('records'),
  window,
  per: word(PER_BYTE_BY).withDefault('source'),
} as const;

export const mixtureUrlKeys = {
  beside: 'with',
  form: 'as',
  components: 'component',
} as const satisfies Partial<Record<keyof typeof mixtureParsers, string>>;

export interface MixtureState {
  readonly beside: string | null;
  readonly by: ShareDimension;
  readonly of: ShareMeasure;
  readonly form: ShareForm;
  readonly scale: Scale;
  readonly components: readonly string[];
  readonly measure: LengthMeasure;
  readonly chart: LengthForm;
  readonly weight: Weight;
  readonly window: number;
  readonly per: PerByteBy;
}

const mixtureQuery = createSerializer({ corpus: corpusParser, ...mixtureParsers }, { urlKeys: mixtureUrlKeys });

/** The distributions of a corpus, in a state of the page; what is left out has its default. */
export function mixtureHref(corpus: string | null = null, state: Partial<MixtureState> = {}): string {
  return mixtureQuery('/mixture/', { corpus, ...state });
}

/** @returns the window within its limits: a URL may hold any number */
export function boundWindow(value: number): number {
  return Math.min(Math.max(value, 1), MAX_WINDOW);
}

/** @returns the components that a list names; all of them where it names none */
export function componentsOf(names: readonly string[]) {
  const named = COMPONENTS.filter((component) => names.includes(component));
  return named.length === 0 ? COMPONENTS : named;
}
