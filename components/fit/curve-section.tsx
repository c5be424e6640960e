import { ChartArea } from '@/components/charts/chart-area';
import { ChartFrame } from '@/components/charts/chart-frame';
import { formatPercent } from '@/lib/format/numbers';
import type { FitAnswer, FitOrder, Optimum } from '@/lib/fit/question';
import { BandChart, type BandMarker } from './band-chart';
import { AGENT, measureName } from './choices';
import { formatInterval, formatValue } from './number-text';

/** What the paper states of its own runs (Zhuang et al. 2025, figure 3): a reference, never a result of a fit here. */
const PAPER_RATIO = 0.36;

export interface CurveSectionProps {
  readonly order: FitOrder;
  readonly answer: FitAnswer;
  readonly caption: string;
}

/** The loss along the ratio, with its optimum; for two losses also the optimum along how much each counts. */
export function CurveSection({ order, answer, caption }: CurveSectionProps) {
  const { curve, optimum, optimumByTrade } = answer;
  if (optimum === null)
    return (
      <p className="text-ink-2">The share of the chosen domains is the same in all runs: there is no curve to draw.</p>
    );
  const { group } = order.question;
  const isSum = optimumByTrade.length > 0;
  const what = isSum ? 'weighted sum of both losses' : measureName(order.runs, order.question.target);
  const share = `share of ${group.length > 3 ? `${group.length} domains` : group.join(' + ')}`;
  return (
    <div className="grid gap-8">
      <OptimumSentence optimum={optimum} share={share} what={what} lowerIsBetter={isLoss(order)} />
      <ChartFrame
        title={`${what} along the ${share}`}
        caption={`${caption} Line: the fit, the rest of the mixture in its mean proportions. Band and interval: middle 95 % of the bootstrap.${isSum ? '' : ' Dots: runs, whose other domains differ.'}`}
        table={() => ({
          columns: [
            { label: 'Ratio', numeric: true },
            { label: what, numeric: true },
            { label: '95 % interval', numeric: true },
          ],
          rows: curve.map((point) => ({
            key: String(point.ratio),
            cells: [formatPercent(point.ratio), formatValue(point.value), formatInterval(point)],
          })),
        })}
      >
        <ChartArea>
          {(width) => (
            <BandChart
              label={`${what} along the ratio`}
              points={curve.map((point) => ({
                ...point,
                x: point.ratio,
                note: `${formatPercent(point.ratio)}\n${what}: ${formatValue(point.value)}\n95 %: ${formatInterval(point)}`,
              }))}
              dots={isSum ? [] : dotsOf(order)}
              markers={markersOf(optimum, group)}
              xTitle={share}
              yTitle={what}
              formatX={percent}
              formatY={formatValue}
              width={width}
            />
          )}
        </ChartArea>
      </ChartFrame>
      {isSum ? <TradeChart points={optimumByTrade} caption={caption} trade={order.question.trade} /> : null}
    </div>
  );
}

const percent = (value: number): string => `${Number((100 * value).toFixed(1))}\u202f%`;

function isLoss({ runs, question }: FitOrder): boolean {
  return runs.targets.find(({ column }) => column === question.target)?.lowerIsBetter ?? true;
}

interface OptimumSentenceProps {
  readonly optimum: Optimum;
  readonly share: string;
  readonly what: string;
  readonly lowerIsBetter: boolean;
}

function OptimumSentence({ optimum, share, what, lowerIsBetter }: OptimumSentenceProps) {
  if (optimum.isAtEdge)
    return (
      <p className="max-w-[80ch] border-l-2 border-l-warn bg-warn-soft px-3 py-2" data-testid="fit-optimum">
        No optimum within the data: {what} still improves at {formatPercent(optimum.value)}, where the runs end (they
        have a {share} of {formatPercent(optimum.seen[0])} to {formatPercent(optimum.seen[1])}). Nothing is claimed
        beyond; runs further out would tell.
      </p>
    );
  return (
    <p className="max-w-[80ch] text-base" data-testid="fit-optimum">
      {lowerIsBetter ? 'Lowest' : 'Highest'} {what} at a {share} of{' '}
      <strong className="tabular font-semibold">{formatPercent(optimum.value)}</strong>
      {optimum.low === null ? '' : ` (95 % of the bootstrap: ${formatInterval(optimum, formatPercent)})`}, where{' '}
      {formatValue(optimum.expected)} is expected.
    </p>
  );
}

function dotsOf({ runs, question }: FitOrder) {
  const target = runs.targets.find(({ column }) => column === question.target);
  const inGroup = runs.domains.map((domain) => question.group.includes(domain));
  return runs.weights
    .map((weights, i) => ({
      x: weights.reduce((sum, weight, j) => sum + (inGroup[j] ? weight : 0), 0),
      y: target?.values[i] ?? Number.NaN,
    }))
    .filter(({ y }) => Number.isFinite(y));
}

function markersOf(optimum: Optimum, group: readonly string[]): BandMarker[] {
  const ours: BandMarker[] = optimum.isAtEdge
    ? []
    : [
        {
          label: `optimum ${formatPercent(optimum.value)}`,
          x: optimum.value,
          low: optimum.low,
          high: optimum.high,
          colour: 'var(--accent)',
          row: 1,
        },
      ];
  if (!group.every((domain) => AGENT.test(domain))) return ours;
  const label = 'reference: ≈ 36 % in Hephaestus (≈ 1:1:1)';
  return [...ours, { label, x: PAPER_RATIO, low: null, high: null, colour: 'var(--ink-2)', row: 0 }];
}

interface TradeChartProps {
  readonly points: FitAnswer['optimumByTrade'];
  readonly caption: string;
  readonly trade: number;
}

function TradeChart({ points, caption, trade }: TradeChartProps) {
  return (
    <ChartFrame
      title="Optimum along how much the agent loss counts"
      caption={`${caption} w: weight of the agent loss in w·L₁ + (1−w)·L₂. Band: middle 95 % of the bootstrap.`}
      table={() => ({
        columns: [
          { label: 'w', numeric: true },
          { label: 'Optimal ratio', numeric: true },
          { label: '95 % interval', numeric: true },
        ],
        rows: points.map((point) => ({
          key: String(point.trade),
          cells: [formatPercent(point.trade), formatPercent(point.value), formatInterval(point, formatPercent)],
        })),
      })}
    >
      <ChartArea>
        {(width) => (
          <BandChart
            label="Optimal ratio along the weight of the agent loss"
            points={points.map((point) => ({
              ...point,
              x: point.trade,
              note: `w ${formatPercent(point.trade)}\noptimum ${formatPercent(point.value)}\n95 %: ${formatInterval(point, formatPercent)}`,
            }))}
            dots={[]}
            markers={[
              { label: `w = ${percent(trade)}`, x: trade, low: null, high: null, colour: 'var(--accent)', row: 0 },
            ]}
            xTitle="w, weight of the agent loss"
            yTitle="optimal ratio"
            formatX={percent}
            formatY={percent}
            width={width}
          />
        )}
      </ChartArea>
    </ChartFrame>
  );
}
