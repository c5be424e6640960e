/** A plan as the configuration of a training framework. */
import { formatCount } from '../../format/numbers.ts';
import type { Allocation, Mixture, Plan } from '../plan.ts';
import { stratumFolder } from '../sample.ts';

export interface RecipeInput {
  /** Name of the corpus. */
  readonly corpus: string;
  readonly tokenizer: string;
  readonly plan: Plan;
  /** What the plan comes to, see allocate. */
  readonly mixture: Mixture;
}

export interface Recipe {
  readonly id: string;
  readonly label: string;
  readonly fileName: string;
  readonly language: 'python' | 'yaml' | 'shell' | 'json';
  /** How the framework reads the numbers, for people. */
  readonly note: string;
  /** Page that documents the options. */
  readonly documentation: string;
  readonly write: (input: RecipeInput) => string;
}

/** Folder that the recipes expect the sample in. */
export const SAMPLE = 'sample';

/** One stratum that the plan draws from. */
export interface DrawnStratum {
  /** Folder of its files. */
  readonly folder: string;
  /** A name for files made of it, e.g. `code-npm-code`. */
  readonly slug: string;
  /** Part of the tokens that are drawn, 0 to 1. */
  readonly tokenShare: number;
  /** Part of the records that are drawn: expected, since the records of a part of an epoch are random. */
  readonly recordShare: number;
  readonly allocation: Allocation;
}

/** @returns the strata that the plan draws from, in order */
export function drawnStrata({ allocations, drawn }: Mixture): DrawnStratum[] {
  const open = allocations.filter((allocation) => allocation.drawn > 0);
  const records = open.reduce((sum, { epochs, stratum }) => sum + epochs * stratum.records, 0);
  return open.map((allocation) => {
    const folder = stratumFolder(allocation.stratum);
    return {
      folder: `${SAMPLE}/${folder}`,
      slug: folder.replaceAll('/', '-'),
      tokenShare: allocation.drawn / drawn,
      recordShare: (allocation.epochs * allocation.stratum.records) / records,
      allocation,
    };
  });
}

/** What to run before: the files that every recipe reads, each record in them as often as the plan has it. */
export function sampleCommand({ corpus }: Pick<RecipeInput, 'corpus'>): string {
  return `forge sample ${/^[\w./-]+$/.test(corpus) ? corpus : 'CORPUS'} --plan plan.json --out ${SAMPLE}`;
}

/** Lines of a comment at the head of a recipe. */
export function headLines(input: RecipeInput): string[] {
  const { corpus, tokenizer, mixture } = input;
  return [
    `Mixture of the corpus ${quoted(corpus)}: ${formatCount(mixture.drawn)} of ${formatCount(mixture.budget)} tokens (${quoted(tokenizer)}) can be drawn.`,
    `First: ${sampleCommand(input)}`,
    'It draws every epoch into the files, so each record of them is to be seen once.',
  ];
}

/** Names come with the corpus: in a comment they stay on their line. */
export function quoted(name: string): string {
  return JSON.stringify(name).replaceAll(/[\u2028\u2029]/g, ' ');
}

/** A share with six digits after the point. */
export function rounded(share: number): number {
  return Number(share.toFixed(6));
}
