/** Judges the fit: RegMix's test mixtures, runs that follow known laws, and the time that it takes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { analyse } from '../lib/fit/analyse.ts';
import { gaussianProcessLaw } from '../lib/fit/laws/gaussian-process.ts';
import type { Law, Sample } from '../lib/fit/laws/law.ts';
import { linearLaw } from '../lib/fit/laws/linear.ts';
import type { FitQuestion } from '../lib/fit/question.ts';
import { rankCorrelation } from '../lib/fit/rank-correlation.ts';
import { syntheticRuns, TRUTHS, type Truth } from '../lib/fit/synthetic.ts';
import { guessRoles } from '../lib/fit/table/column-roles.ts';
import { joinTables } from '../lib/fit/table/join-tables.ts';
import { readTable } from '../lib/fit/table/read-table.ts';
import { runsOf, type Runs } from '../lib/fit/table/runs.ts';
import { launch } from './chromium.ts';
import type { Add } from './report.ts';
import { median } from './statistics.ts';

const REGMIX = join(import.meta.dirname, '../../shared/data/regmix');
const JUDGED = 'pile_cc';
const SEEDS = 200;
const QUESTION: FitQuestion = {
  law: gaussianProcessLaw.name,
  target: '',
  opposing: null,
  trade: 0.5,
  group: [JUDGED],
  bounds: {},
  bootstraps: 200,
  seed: 1,
};

/** @returns the runs of one half of RegMix's 1M-parameter models */
async function regmix(half: 'train' | 'test'): Promise<Runs> {
  const names = [`${half}_mixture_1m.csv`, `${half}_pile_loss_1m.csv`];
  const tables = await Promise.all(names.map((name) => readTable(name, readFileSync(join(REGMIX, name)))));
  const table = joinTables(tables);
  return runsOf(table, guessRoles(table)).runs;
}

/** The 512 training mixtures choose everything; the 256 test mixtures are predicted once. */
export async function judgeByRegmix(add: Add): Promise<void> {
  if (!existsSync(REGMIX)) return console.error('fit: no ../shared/data/regmix, not judged by it');
  const [train, test] = [await regmix('train'), await regmix('test')];
  for (const law of [gaussianProcessLaw, linearLaw]) {
    const isOurs = law === gaussianProcessLaw;
    const correlations = train.targets.map((target, t) => {
      const rho = rankCorrelation(predictions(law, train, target.values, test), test.targets[t]!.values);
      const limit = isOurs && target.label === JUDGED ? { atLeast: 0.985 } : null;
      const name = `RegMix, ${law.name}: Spearman on ${target.label}`;
      add(name, rho, 'correlation', limit, `${train.weights.length} runs fitted, ${test.weights.length} predicted`);
      return rho;
    });
    const mean = correlations.reduce((sum, rho) => sum + rho, 0) / correlations.length;
    const limit = isOurs ? { atLeast: 0.975 } : null;
    add(`RegMix, ${law.name}: Spearman, mean of domains`, mean, 'correlation', limit, `${correlations.length} domains`);
  }
}

function predictions(law: Law, train: Runs, y: Float64Array, test: Runs): number[] {
  const sample: Sample = {
    x: train.weights,
    y,
    weight: new Float64Array(y.length).fill(1),
    run: Int32Array.from(y.keys()),
  };
  const fitted = law.fit(sample, train.domains, null);
  return test.weights.map((weights) => fitted.predict(weights));
}

/** How often the truth lies within the interval, parameter by parameter. */
export function judgeByTruth(add: Add): void {
  for (const truth of TRUTHS) {
    const within = new Map(Object.keys(truth.parameters).map((name) => [name, 0]));
    for (let seed = 0; seed < SEEDS; seed += 1) count(truth, seed, within);
    for (const [name, hits] of within)
      add(
        `${truth.law} law: true ${name} within its interval`,
        hits / SEEDS,
        'share',
        { atLeast: 0.9 },
        `${SEEDS} seeds of 60 runs, 200 bootstraps each`,
      );
  }
}

function count(truth: Truth, seed: number, within: Map<string, number>): void {
  const runs = syntheticRuns(truth, 60, 0.01, 1_000 + seed);
  const answer = analyse(runs, {
    ...QUESTION,
    law: truth.law,
    target: 'loss_1',
    opposing: 'loss_2',
    group: ['agent'],
    seed,
  });
  for (const { name, low, high } of answer.parameters) {
    const value = truth.parameters[name];
    if (value !== undefined && low! <= value && value <= high!) within.set(name, within.get(name)! + 1);
  }
}

/** Wall time of whole fits as the worker makes them, in this process. */
export async function measureFits(add: Add, rounds: number): Promise<void> {
  if (!existsSync(REGMIX)) return;
  const runs = await regmix('train');
  const target = runs.targets.find(({ label }) => label === JUDGED)!.column;
  for (const law of ['gaussian-process', 'linear', 'exponential', 'power']) {
    const times = Array.from({ length: rounds }, () => {
      const start = performance.now();
      analyse(runs, { ...QUESTION, law, target });
      return (performance.now() - start) / 1e3;
    });
    const how = `${runs.weights.length} runs, ${runs.domains.length} domains, 200 bootstraps, in Node; median of ${rounds}`;
    add(`fit, ${law}: all of it`, median(times), 's', 5, how);
  }
}

/** From the choice of the files to the charts, in a worker of a real page. */
export async function measureFitPage(add: Add, rounds: number, site: string): Promise<void> {
  if (!existsSync(REGMIX)) return;
  const { browser, page } = await launch();
  try {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await page.goto(`${site}/mixture/fit/?law=linear`);
      await page
        .getByTestId('runs-input')
        .setInputFiles(['train_mixture_1m.csv', 'train_pile_loss_1m.csv'].map((name) => join(REGMIX, name)));
      await page.getByTestId('fit-answer').waitFor();
      times.push(await timeOfFit(page));
    }
    const how = `512 runs, 17 domains, 200 bootstraps, a cold worker in Chromium, to the charts; median of ${rounds}`;
    add('fit page, gaussian-process: all of it', median(times), 's', 5, how);
  } finally {
    await browser.close();
  }
}

/** Chooses the law by keyboard, as a person does, and waits for the answer. */
async function timeOfFit(page: Page): Promise<number> {
  await page.getByRole('combobox', { name: 'Law' }).press('Enter');
  await page.getByRole('option', { name: /Gaussian process/ }).waitFor();
  const start = performance.now();
  await page.getByRole('option', { name: /Gaussian process/ }).press('Enter');
  await page.getByTestId('fit-running').waitFor();
  await page.getByTestId('fit-answer').waitFor({ timeout: 120_000 });
  return (performance.now() - start) / 1e3;
}
