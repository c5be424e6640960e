import { BottomAxis, LeftAxis } from '@/components/charts/axes';
import { ChartSvg } from '@/components/charts/chart-svg';
import { Mark } from '@/components/charts/mark';
import { spanScale } from '@/components/charts/scales';

export interface ScatterPoint {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** First line is the title. */
  readonly note: string;
  readonly colour: string;
}

export interface ScatterChartProps {
  readonly label: string;
  readonly points: readonly ScatterPoint[];
  readonly xTitle: string;
  readonly yTitle: string;
  /** The line that a perfect fit is on. */
  readonly line: 'diagonal' | 'zero';
  readonly format: (value: number) => string;
  readonly width: number;
}

const [LEFT, TOP, PLOT] = [52, 20, 240];

/** One mark a run. */
export function ScatterChart({ label, points, xTitle, yTitle, line, format, width }: ScatterChartProps) {
  const bottom = TOP + PLOT;
  const xs = points.map(({ x }) => x);
  const ys = line === 'zero' ? [0, ...points.map(({ y }) => y)] : points.map(({ y }) => y);
  const shared = line === 'diagonal' ? [...xs, ...ys] : null;
  const [low, high] = extent(shared ?? xs);
  const [least, most] = extent(shared ?? ys);
  const x = spanScale(low, high, LEFT, width - 4, Math.max(2, Math.floor(width / 90)));
  const y = spanScale(least, most, bottom, TOP, 5);
  return (
    <ChartSvg label={label} width={width} height={bottom + 36}>
      <text x={0} y={11} fontSize={11} fill="var(--ink-3)">
        {yTitle}
      </text>
      <LeftAxis scale={y} format={format} x={LEFT} to={width} />
      <BottomAxis scale={x} format={format} y={bottom} from={LEFT} to={width} title={xTitle} />
      {line === 'zero' ? (
        <line x1={LEFT} x2={width} y1={y.at(0)} y2={y.at(0)} stroke="var(--ink-3)" strokeDasharray="3 3" />
      ) : (
        <line
          x1={x.at(low)}
          x2={x.at(high)}
          y1={y.at(low)}
          y2={y.at(high)}
          stroke="var(--ink-3)"
          strokeDasharray="3 3"
        />
      )}
      <g data-row="">
        {points.map((point, i) => (
          <Mark key={point.key} href={null} first={i === 0} note={point.note}>
            <circle
              cx={x.at(point.x)}
              cy={y.at(point.y)}
              r={3}
              fill={point.colour}
              fillOpacity={0.75}
              className="chart-dot"
            />
          </Mark>
        ))}
      </g>
    </ChartSvg>
  );
}

function extent(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
