import { ChartArea } from '@/components/charts/chart-area';
import { ChartFrame } from '@/components/charts/chart-frame';
import type { FitAnswer, FitPoint } from '@/lib/fit/question';
import { formatValue } from './number-text';
import { ScatterChart, type ScatterPoint } from './scatter-chart';

export interface PredictionChartsProps {
  readonly answer: FitAnswer;
  /** Labels of the targets, the opposing one second. */
  readonly targets: readonly string[];
  readonly caption: string;
}

const COLOURS = ['var(--c-trajectories)', 'var(--c-documentation)'];

/** Held-out predictions against what was observed, and what is left. */
export function PredictionCharts({ answer, targets, caption }: PredictionChartsProps) {
  const points = answer.points.filter(({ heldOut }) => Number.isFinite(heldOut));
  const table = () => ({
    columns: [
      { label: 'Run' },
      { label: 'Target' },
      { label: 'Observed', numeric: true },
      { label: 'Fitted', numeric: true },
      { label: 'Held out', numeric: true },
      { label: 'Residual, held out', numeric: true },
    ],
    rows: answer.points.map((point) => ({
      key: `${point.position} ${point.side}`,
      cells: [
        point.position,
        targets[point.side] ?? '',
        ...[point.observed, point.predicted, point.heldOut, point.observed - point.heldOut].map(formatValue),
      ],
    })),
  });
  const explained = `${caption} Each run is predicted by a fit of the nine tenths of the runs that it is not in.${targets.length > 1 ? ` ${targets[0]} in orange, ${targets[1]} in blue.` : ''}`;
  const shared = { xTitle: 'predicted, held out', format: formatValue } as const;
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <ChartFrame title="Predicted against observed" caption={explained} table={table}>
        <ChartArea fallbackWidth={480}>
          {(width) => (
            <ScatterChart
              {...shared}
              label="Predicted against observed"
              points={points.map((point) => marked(point, targets, point.observed))}
              yTitle="observed"
              line="diagonal"
              width={width}
            />
          )}
        </ChartArea>
      </ChartFrame>
      <ChartFrame title="Residuals" caption={`${caption} Observed less predicted.`} table={table}>
        <ChartArea fallbackWidth={480}>
          {(width) => (
            <ScatterChart
              {...shared}
              label="Residuals"
              points={points.map((point) => marked(point, targets, point.observed - point.heldOut))}
              yTitle="residual"
              line="zero"
              width={width}
            />
          )}
        </ChartArea>
      </ChartFrame>
    </div>
  );
}

function marked(point: FitPoint, targets: readonly string[], y: number): ScatterPoint {
  const { position, side, observed, heldOut } = point;
  return {
    key: `${position} ${side}`,
    x: heldOut,
    y,
    colour: COLOURS[side]!,
    note: `${position}, ${targets[side] ?? ''}\nobserved ${formatValue(observed)}\npredicted ${formatValue(heldOut)}`,
  };
}
