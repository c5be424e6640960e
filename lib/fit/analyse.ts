/** A fit from beginning to end: the law, its bootstrap, its cross-validation, the curve and the best mixture. */
import { uniform } from '../stats/random.ts';
import { bestOf, candidatesOf, type Candidates } from './best.ts';
import { lowestAt, objectiveOf, pathOf, ratioAt, type Path } from './curve.ts';
import { estimateOf } from './estimate.ts';
import { lawNamed } from './laws/index.ts';
import type { Fitted, Law } from './laws/law.ts';
import type { FitAnswer, FitPoint, FitQuestion, Optimum } from './question.ts';
import { rankCorrelation } from './rank-correlation.ts';
import { folds, resample } from './resample.ts';
import { settingOf, type Setting } from './sample.ts';
import type { Runs } from './table/runs.ts';

const FOLDS = 10;
/** Weights of the first loss that the optimum is shown for. */
const TRADES = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);
/** Parts of the work, for the progress: the first fit, the folds, the rest is the bootstrap. */
const [FIRST_PART, FOLDS_PART] = [0.3, 0.1];

export interface Analysis {
  readonly law: Law;
  readonly question: FitQuestion;
  readonly runs: Runs;
  readonly setting: Setting;
  readonly fitted: Fitted;
  readonly resampled: readonly Fitted[];
}

/**
 * @param onProgress told the part that is done, 0 to 1
 * @throws Error where the runs cannot answer the question: which, why, and what to do, in words
 */
export function analyse(runs: Runs, question: FitQuestion, onProgress: (part: number) => void = () => {}): FitAnswer {
  const law = lawNamed(question.law);
  const setting = settingOf(law, question, runs);
  const fitted = law.fit(setting.sample, runs.domains, null, (part) => onProgress(FIRST_PART * part));
  const heldOut = crossValidate(law, setting, runs, fitted, question.seed, (part) =>
    onProgress(FIRST_PART + FOLDS_PART * part),
  );
  const before = FIRST_PART + FOLDS_PART;
  const { resampled, failed } = bootstrap(law, setting, runs, fitted, question, (part) =>
    onProgress(before + (1 - before) * part),
  );
  const analysis = { law, question, runs, setting, fitted, resampled };
  const points = pointsOf(analysis, heldOut);
  const path = pathOf(runs, setting);
  const candidates = candidatesOf(analysis, path);
  return {
    runs: setting.kept.length,
    parameters: fitted.parameters.map(({ name, value, isRefitted }, i) => ({
      name,
      ...estimateOf(value, isRefitted ? resampled.map(({ parameters }) => parameters[i]!.value) : []),
    })),
    points,
    correlations: bySide(setting, points, (side) =>
      rankCorrelation(
        observedOf(side),
        side.map(({ heldOut: at }) => at),
      ),
    ),
    errors: bySide(setting, points, rootMeanSquare),
    ...curveOf(analysis, path),
    best: bestOf(analysis, candidates),
    notes: notesOf(analysis, failed, candidates),
  };
}

/** @returns what each row is predicted to be by a fit of the folds without its run */
function crossValidate(
  law: Law,
  { sample }: Setting,
  { domains }: Runs,
  fitted: Fitted,
  seed: number,
  onProgress: (part: number) => void,
): Float64Array {
  const predicted = new Float64Array(sample.y.length).fill(Number.NaN);
  folds(sample, FOLDS, uniform(seed)).forEach(({ rest, heldOut }, fold) => {
    try {
      const refitted = fitted.refit?.(rest) ?? law.fit(rest, domains, fitted.start);
      for (const row of heldOut) predicted[row] = refitted.predict(sample.x[row]!);
    } catch {
      // What is left of the runs does not determine the law: these rows have no prediction, which the page says.
    }
    onProgress((fold + 1) / FOLDS);
  });
  return predicted;
}

function bootstrap(
  law: Law,
  { sample }: Setting,
  { domains }: Runs,
  fitted: Fitted,
  { bootstraps, seed }: FitQuestion,
  onProgress: (part: number) => void,
): { readonly resampled: Fitted[]; readonly failed: number } {
  const random = uniform(seed + 1);
  const resampled: Fitted[] = [];
  for (let i = 0; i < bootstraps; i += 1) {
    const drawn = resample(sample, random);
    try {
      resampled.push(fitted.refit?.(drawn) ?? law.fit(drawn, domains, fitted.start));
    } catch {
      // Counted: too many of them are told as a note.
    }
    onProgress((i + 1) / bootstraps);
  }
  return { resampled, failed: bootstraps - resampled.length };
}

function pointsOf({ runs, setting, fitted }: Analysis, heldOut: Float64Array): FitPoint[] {
  const { sample, targets, kept } = setting;
  return sample.x.map((x, row) => ({
    position: runs.positions[kept[sample.run[row]!]!]!,
    side: row % targets.length,
    observed: sample.y[row]!,
    predicted: fitted.predict(x),
    heldOut: heldOut[row]!,
  }));
}

function bySide(
  { targets }: Setting,
  points: readonly FitPoint[],
  measure: (side: readonly FitPoint[]) => number,
): number[] {
  return targets.map((_, side) =>
    measure(points.filter((point) => point.side === side && Number.isFinite(point.heldOut))),
  );
}

const observedOf = (points: readonly FitPoint[]): number[] => points.map(({ observed }) => observed);

function rootMeanSquare(points: readonly FitPoint[]): number {
  return Math.sqrt(points.reduce((sum, { observed, heldOut }) => sum + (observed - heldOut) ** 2, 0) / points.length);
}

function curveOf(analysis: Analysis, path: Path | null): Pick<FitAnswer, 'curve' | 'optimum' | 'optimumByTrade'> {
  if (path === null) return { curve: [], optimum: null, optimumByTrade: [] };
  const { law, question, setting, fitted, resampled } = analysis;
  const objective = objectiveOf(law, question, setting);
  const along = (one: Fitted): number[] => path.mixtures.map((mixture) => objective(one, mixture));
  const values = along(fitted);
  const others = resampled.map(along);
  return {
    curve: path.ratios.map((ratio, i) => ({
      ratio,
      ...estimateOf(
        values[i]!,
        others.map((one) => one[i]!),
      ),
    })),
    optimum: optimumOf(path, values, others, setting.targets[0]!.lowerIsBetter),
    optimumByTrade: law.inputs === 'ratio-side' ? tradeOff(analysis, path) : [],
  };
}

function optimumOf(
  path: Path,
  values: readonly number[],
  others: readonly (readonly number[])[],
  lowerIsBetter: boolean,
): Optimum {
  const cost = (list: readonly number[]): number[] => list.map((value) => (lowerIsBetter ? value : -value));
  const place = lowestAt(cost(values));
  return {
    ...estimateOf(
      ratioAt(path, place),
      others.map((one) => ratioAt(path, lowestAt(cost(one)))),
    ),
    expected: values[Math.round(place)]!,
    seen: path.seen,
    isAtEdge: place < 0.5 || place > values.length - 1.5,
  };
}

/** The optimum as a function of how much the first loss counts. */
function tradeOff({ law, setting, fitted, resampled }: Analysis, path: Path): FitAnswer['optimumByTrade'] {
  return TRADES.map((trade) => {
    const objective = objectiveOf(law, { trade }, setting);
    const optimum = (one: Fitted): number =>
      ratioAt(path, lowestAt(path.mixtures.map((mixture) => objective(one, mixture))));
    return { trade, ...estimateOf(optimum(fitted), resampled.map(optimum)) };
  });
}

function notesOf(
  { law, question, setting, runs }: Analysis,
  failed: number,
  candidates: Candidates | string,
): string[] {
  const notes: string[] = [];
  const unused = runs.positions.length - setting.kept.length;
  if (unused > 0) notes.push(`${unused} runs have no value of the target and were left out.`);
  if (failed > question.bootstraps / 10)
    notes.push(`${failed} of ${question.bootstraps} resamples did not determine the law: intervals are too narrow.`);
  if (law.name === 'gaussian-process')
    notes.push(
      'Hyperparameters are chosen once, from all runs: refits of resamples and folds keep them, so that bands are a little too narrow.',
    );
  if (typeof candidates === 'string') notes.push(candidates);
  return notes;
}
