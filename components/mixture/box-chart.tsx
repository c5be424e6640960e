import { Mark } from '@/components/charts/mark';
import { logScale, type ChartScale } from '@/components/charts/scales';
import { quantilesOf, type WeightedBin } from '@/lib/mixture/weights';
import type { SeriesQuantile } from '@/lib/mixture/series';
import { formatCount } from '@/lib/format/numbers';
import { extentOf, formatTick, type LengthChartProps, type LengthRow } from './length-row';
import { RowChart, type RowChartProps } from './row-chart';

export const BOX_QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
const ROW = 30;
const BOX = 14;

export interface BoxChartProps extends LengthChartProps {
  /** The axis; logarithmic by default. */
  readonly scale?: RowChartProps['scale'];
  readonly format?: (value: number) => string;
}

/** Median, quartiles, and the 5th and 95th percentile per source; a line reaches from the smallest to the largest. */
export function BoxChart({ rows, axis, unit, weight, window, width, scale, format = formatTick }: BoxChartProps) {
  const [min, max] = extentOf(rows);
  return (
    <RowChart
      label="Box plots"
      rows={rows}
      axis={axis}
      window={window}
      width={width}
      rowHeight={ROW}
      scale={scale ?? ((from, to) => logScale(min, max, from, to))}
      format={format}
    >
      {(row, x) => <Box row={row} x={x} unit={unit} weight={weight} format={format} />}
    </RowChart>
  );
}

/** A quantile with its error, e.g. `1,024 ± 12`. */
export function quantileText(
  { value, error }: SeriesQuantile,
  format: (value: number) => string = formatCount,
): string {
  return error === null || error === 0 ? format(value) : `${format(value)} ± ${format(error)}`;
}

interface BoxProps extends Pick<LengthChartProps, 'unit' | 'weight'> {
  readonly row: LengthRow;
  readonly x: ChartScale;
  readonly format: (value: number) => string;
}

function Box({ row, x, unit, weight, format }: BoxProps) {
  const quantiles = quantilesOf(row.series, weight, BOX_QUANTILES);
  const [low, lower, median, upper, high] = quantiles ?? [];
  if (!low || !lower || !median || !upper || !high) return null;
  const { min, max } = row.series;
  const middle = -ROW / 2;
  const exact = format === formatTick ? formatCount : format;
  const text = (quantile: SeriesQuantile) => quantileText(quantile, exact);
  const note = `median ${text(median)} ${unit}\nhalf within ${text(lower)} to ${text(upper)}\n5 % to 95 %: ${text(low)} to ${text(high)}\nall: ${exact(min)} to ${exact(max)}`;
  const whole = Number.isInteger(min) && Number.isInteger(max);
  const ends = whole
    ? { lower: Math.floor(lower.value), upper: Math.ceil(upper.value) + 1 }
    : { lower: lower.value, upper: upper.value };
  const bin: WeightedBin = { ...ends, amount: 0, share: 0 };
  return (
    <Mark first={false} href={row.hrefOf(bin)} note={`${note}\n${row.label}, by ${weight}`}>
      <rect
        x={x.at(min)}
        y={-ROW}
        width={Math.max(2, x.at(max) - x.at(min))}
        height={ROW}
        fill="transparent"
        className="chart-hit"
      />
      <line x1={x.at(min)} x2={x.at(max)} y1={middle} y2={middle} stroke={row.colour} strokeDasharray="1 3" />
      <line x1={x.at(low.value)} x2={x.at(high.value)} y1={middle} y2={middle} stroke={row.colour} strokeWidth={1.5} />
      <rect
        x={x.at(lower.value)}
        y={middle - BOX / 2}
        width={Math.max(1, x.at(upper.value) - x.at(lower.value))}
        height={BOX}
        fill={row.outlined ? 'var(--canvas)' : row.colour}
        fillOpacity={row.outlined ? 1 : 0.35}
        stroke={row.colour}
      />
      <line
        x1={x.at(median.value)}
        x2={x.at(median.value)}
        y1={middle - BOX / 2}
        y2={middle + BOX / 2}
        stroke={row.colour}
        strokeWidth={2.5}
      />
    </Mark>
  );
}
