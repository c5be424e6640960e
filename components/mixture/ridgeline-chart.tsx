import { Mark } from '@/components/charts/mark';
import { logScale, type ChartScale } from '@/components/charts/scales';
import { binNote } from './bin-note';
import { extentOf, type LengthChartProps, type LengthRow } from './length-row';
import { RowChart } from './row-chart';

const ROW = 34;
/** How far a ridge may rise over the row above it. */
const RISE = 26;

/** Distributions behind each other: their shapes compare at a glance. */
export function RidgelineChart({ rows, axis, unit, weight, window, width }: LengthChartProps) {
  const [min, max] = extentOf(rows);
  const top = Math.max(0.01, ...rows.flatMap((row) => row.bins.map(({ share }) => share)));
  const heightOf = (share: number) => (share / top) * (ROW + RISE);
  return (
    <RowChart
      label="Ridgelines"
      rows={rows}
      axis={axis}
      window={window}
      width={width}
      rowHeight={ROW}
      overlap={RISE}
      scale={(from, to) => logScale(min, max, from, to)}
    >
      {(row, x) => (
        <>
          <path
            d={ridge(row, x, heightOf)}
            fill={row.colour}
            fillOpacity={row.outlined ? 0.12 : 0.45}
            stroke={row.colour}
            strokeWidth={1.25}
            aria-hidden
          />
          {row.bins.map((bin) => (
            <Mark key={bin.lower} first={false} href={row.hrefOf(bin)} note={binNote(bin, unit, weight, row.label)}>
              <rect
                x={x.at(bin.lower)}
                y={-ROW}
                width={Math.max(1, x.at(bin.upper) - x.at(bin.lower))}
                height={ROW}
                fill="transparent"
                className="chart-hit"
              />
            </Mark>
          ))}
        </>
      )}
    </RowChart>
  );
}

/** Through the middles of the bins; empty bins are at the baseline. */
function ridge({ bins }: LengthRow, x: ChartScale, heightOf: (share: number) => number): string {
  const points: string[] = [];
  const add = (at: number, height: number) => points.push(`${x.at(at).toFixed(1)} ${(-height).toFixed(1)}`);
  for (const [index, bin] of bins.entries()) {
    const before = bins[index - 1];
    if (before === undefined || before.upper < bin.lower) {
      if (before !== undefined) add(before.upper, 0);
      add(bin.lower, 0);
    }
    add((bin.lower + bin.upper) / 2, heightOf(bin.share));
  }
  const last = bins.at(-1);
  if (last !== undefined) add(last.upper, 0);
  return points.length === 0 ? '' : `M${points.join('L')}Z`;
}
