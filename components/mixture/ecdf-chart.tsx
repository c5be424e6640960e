import { BottomAxis, CHART_TEXT, LeftAxis, ReferenceLine } from '@/components/charts/axes';
import { ChartSvg } from '@/components/charts/chart-svg';
import { Mark } from '@/components/charts/mark';
import { linearScale, logScale, type ChartScale } from '@/components/charts/scales';
import { formatCount, formatPercent } from '@/lib/format/numbers';
import { extentOf, fitText, formatTick, type LengthChartProps, type LengthRow } from './length-row';

const LEFT = 44;
const TOP = 8;
const PLOT = 300;
const KEY_ROW = 16;
const KEY_WIDTH = 300;

/** The part of the records, or of their tokens, that is no longer than a length: a line per source. */
export function EcdfChart({ rows, axis, unit, weight, window, width }: LengthChartProps) {
  const [min, max] = extentOf(rows);
  const bottom = TOP + PLOT;
  const x = logScale(min, max, LEFT, width);
  const y = linearScale(1, bottom, TOP);
  const columns = Math.max(1, Math.floor(width / KEY_WIDTH));
  const height = bottom + 44 + Math.ceil(rows.length / columns) * KEY_ROW;
  return (
    <ChartSvg label="Cumulative distributions" width={width} height={height}>
      <LeftAxis scale={y} format={(share) => `${Math.round(share * 100)}\u202f%`} x={LEFT} to={width} />
      <BottomAxis scale={x} format={formatTick} y={bottom} from={LEFT} to={width} title={axis} />
      {rows.map((row) => (
        <Line key={row.key} row={row} x={x} y={y} unit={unit} weight={weight} />
      ))}
      {window === null || window > max ? null : (
        <ReferenceLine x={x.at(window)} top={TOP} bottom={bottom} label={`window ${formatTick(window)}`} end={width} />
      )}
      <Key rows={rows} columns={columns} top={bottom + 44} width={width} />
    </ChartSvg>
  );
}

interface LineProps extends Pick<LengthChartProps, 'unit' | 'weight'> {
  readonly row: LengthRow;
  readonly x: ChartScale;
  readonly y: ChartScale;
}

function Line({ row, x, y, unit, weight }: LineProps) {
  const points = pointsOf(row);
  const start = row.bins[0] === undefined ? '' : `M${x.at(row.bins[0].lower)} ${y.at(0)}`;
  const path = points.map((point) => `L${x.at(point.bin.upper).toFixed(1)} ${y.at(point.below).toFixed(1)}`);
  return (
    <g data-row="">
      <path
        d={start + path.join('')}
        fill="none"
        stroke={row.colour}
        strokeWidth={row.outlined ? 1 : 1.75}
        strokeDasharray={row.dash}
        aria-hidden
      />
      {points.map((point, index) => (
        <Mark
          key={point.bin.lower}
          first={index === 0}
          href={row.hrefOf(point.bin)}
          note={`${formatPercent(point.below)} of ${weight}\nup to ${formatCount(point.bin.upper - 1)} ${unit}\n${row.label}, ${row.note}`}
        >
          <circle cx={x.at(point.bin.upper)} cy={y.at(point.below)} r={5} fill="transparent" className="chart-dot" />
        </Mark>
      ))}
    </g>
  );
}

/** The part of the row up to the end of each bin. */
function pointsOf({ bins }: LengthRow) {
  let below = 0;
  return bins.map((bin) => {
    below = Math.min(1, below + bin.share);
    return { bin, below };
  });
}

interface KeyProps {
  readonly rows: readonly LengthRow[];
  readonly columns: number;
  readonly top: number;
  readonly width: number;
}

/** Which line is which; an entry opens its records. */
function Key({ rows, columns, top, width }: KeyProps) {
  const each = width / columns;
  return (
    <g fontSize={CHART_TEXT}>
      {rows.map((row, index) => (
        <g
          key={row.key}
          data-row=""
          transform={`translate(${(index % columns) * each},${top + Math.floor(index / columns) * KEY_ROW})`}
        >
          <Mark first href={row.href} note={`${row.label}\n${row.note}`}>
            <line x2={24} y1={4} y2={4} stroke={row.colour} strokeWidth={1.75} strokeDasharray={row.dash} />
            <text x={30} y={8} fill="var(--ink)">
              {fitText(row.label, each - 130)}
              <tspan dx={5} fill="var(--ink-3)">
                {row.note}
              </tspan>
            </text>
          </Mark>
        </g>
      ))}
    </g>
  );
}
