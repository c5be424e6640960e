/** `forge sample DIR --plan plan.json`: the mixture of a plan, as files to train from. */
import { existsSync, readFileSync } from 'node:fs';
import { formatCount } from '../../lib/format/numbers.ts';
import { readPlanFile } from '../../lib/mixture/plan-file.ts';
import { SAMPLE_FORMATS, type SampleFormat } from '../../lib/mixture/sample.ts';
import { UsageError } from '../faults.ts';
import { openCorpus } from '../open-corpus.ts';
import type { Progress } from '../progress.ts';
import { drawSample, type SampleSummary } from '../sample/sample.ts';
import { textTable } from './text-table.ts';

export interface SampleCommand {
  readonly dir: string;
  /** File that the planner wrote. */
  readonly plan: string;
  readonly out: string;
  readonly format?: string;
  /** In place of the plan's. */
  readonly seed?: number;
}

/** @throws UsageError where an option, the plan or the corpus cannot be used */
export async function sample(command: SampleCommand, progress: Progress): Promise<SampleSummary> {
  const { dir, out, format = 'jsonl' } = command;
  if (!isFormat(format))
    throw new UsageError(`--format ${format}: a sample is written as ${SAMPLE_FORMATS.join(' or ')}.`);
  const manifest = openCorpus(dir);
  if (!existsSync(command.plan)) throw new UsageError(`${command.plan}: there is no such file.`);
  const file = readPlanFile(readFileSync(command.plan, 'utf8'));
  if ('problem' in file) throw new UsageError(`${command.plan} is not a plan: ${file.problem}`);
  if (file.tokenizer !== manifest.tokenizer)
    throw new UsageError(
      `The plan counts tokens as ${file.tokenizer}, the corpus as ${manifest.tokenizer}: open it in the planner of this corpus and save it anew.`,
    );
  if (file.corpus !== manifest.name)
    progress.note(`The plan was made for the corpus ${file.corpus}, and is drawn from ${manifest.name}.`);
  const plan = command.seed === undefined ? file.plan : { ...file.plan, seed: command.seed };
  return drawSample({ dir, manifest, plan, out, format, progress });
}

function isFormat(format: string): format is SampleFormat {
  return SAMPLE_FORMATS.some((known) => known === format);
}

/** @returns planned against drawn, for a terminal */
export function describeSample(summary: SampleSummary, out: string): string {
  const rows = summary.strata.map((entry) => [
    entry.stratum,
    formatCount(entry.planned_tokens),
    formatCount(entry.drawn_tokens),
    formatCount(entry.drawn_records),
    entry.planned_epochs.toFixed(2),
    entry.capped ? 'at its limit' : '',
  ]);
  const unfilled =
    summary.unfilled_tokens === 0 ? '' : ` ${formatCount(summary.unfilled_tokens)} tokens of the budget stay unfilled.`;
  return [
    textTable(['stratum', 'planned', 'drawn', 'records', 'epochs', ''], rows),
    `${out}: ${formatCount(summary.drawn_tokens)} of ${formatCount(summary.planned_tokens)} planned tokens in ${formatCount(summary.drawn_records)} records.${unfilled}`,
  ].join('\n\n');
}
