import { BottomAxis, CHART_TEXT, LeftAxis } from '@/components/charts/axes';
import { ChartSvg } from '@/components/charts/chart-svg';
import { Mark } from '@/components/charts/mark';
import { spanScale, type ChartScale } from '@/components/charts/scales';
import type { Estimate } from '@/lib/fit/question';

export interface BandPoint extends Estimate {
  readonly x: number;
  readonly note: string;
}

/** A vertical line, with an interval around it where there is one. */
export interface BandMarker {
  readonly label: string;
  readonly x: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly colour: string;
  /** Row of its label above the plot, from 0. */
  readonly row: number;
}

export interface BandChartProps {
  readonly label: string;
  readonly points: readonly BandPoint[];
  /** Measured runs, behind the line. */
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly markers: readonly BandMarker[];
  readonly xTitle: string;
  readonly yTitle: string;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  readonly width: number;
}

const [LEFT, TOP, PLOT] = [52, 50, 260];

/** A line with its interval as a band. */
export function BandChart({ label, points, dots, markers, xTitle, yTitle, formatX, formatY, width }: BandChartProps) {
  const bottom = TOP + PLOT;
  const ys = [
    ...points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
    ...dots.map(({ y }) => y),
  ];
  const xs = [...points.map((point) => point.x), ...markers.map((marker) => marker.x)];
  const x = spanScale(Math.min(...xs), Math.max(...xs), LEFT, width - 4, Math.max(2, Math.floor(width / 110)));
  const y = spanScale(Math.min(...ys), Math.max(...ys), bottom, TOP, 5);
  const line = points.map(
    (point, i) => `${i === 0 ? 'M' : 'L'}${x.at(point.x).toFixed(1)} ${y.at(point.value).toFixed(1)}`,
  );
  return (
    <ChartSvg label={label} width={width} height={bottom + 36}>
      <text x={0} y={11} fontSize={CHART_TEXT} fill="var(--ink-3)">
        {yTitle}
      </text>
      <LeftAxis scale={y} format={formatY} x={LEFT} to={width} />
      <BottomAxis scale={x} format={formatX} y={bottom} from={LEFT} to={width} title={xTitle} />
      <path d={bandOf(points, x, y)} fill="var(--c-trajectories)" fillOpacity={0.16} aria-hidden />
      <g aria-hidden>
        {dots.map((dot, i) => (
          // Dots have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <circle key={i} cx={x.at(dot.x)} cy={y.at(dot.y)} r={2.2} fill="var(--ink-3)" fillOpacity={0.5} />
        ))}
      </g>
      {markers.map((marker) => (
        <Marker key={marker.label} marker={marker} x={x} bottom={bottom} end={width} />
      ))}
      <path d={line.join('')} fill="none" stroke="var(--c-trajectories)" strokeWidth={1.75} aria-hidden />
      <g data-row="">
        {points.map((point, i) => (
          <Mark key={point.x} href={null} first={i === 0} note={point.note}>
            <circle cx={x.at(point.x)} cy={y.at(point.value)} r={5} fill="transparent" className="chart-dot" />
          </Mark>
        ))}
      </g>
    </ChartSvg>
  );
}

function bandOf(points: readonly BandPoint[], x: ChartScale, y: ChartScale): string {
  const edge = (at: (point: BandPoint) => number) =>
    points.map((point) => `${x.at(point.x).toFixed(1)} ${y.at(at(point)).toFixed(1)}`);
  const top = edge(({ high, value }) => high ?? value);
  const low = edge((point) => point.low ?? point.value).toReversed();
  return `M${[...top, ...low].join('L')}Z`;
}

interface MarkerProps {
  readonly marker: BandMarker;
  readonly x: ChartScale;
  readonly bottom: number;
  readonly end: number;
}

function Marker({ marker, x, bottom, end }: MarkerProps) {
  const at = x.at(marker.x);
  const top = 27 + marker.row * 14;
  // Letters are about 6 px wide: a label that would leave the plot is moved back into it.
  const left = Math.max(0, Math.min(at + 5, end - 6 * marker.label.length));
  return (
    <g aria-hidden fontSize={CHART_TEXT}>
      {marker.low === null || marker.high === null ? null : (
        <rect
          x={x.at(marker.low)}
          width={Math.max(1, x.at(marker.high) - x.at(marker.low))}
          y={TOP}
          height={bottom - TOP}
          fill={marker.colour}
          fillOpacity={0.1}
        />
      )}
      <line x1={at} x2={at} y1={top - 8} y2={bottom} stroke={marker.colour} strokeDasharray="3 3" />
      <text x={left} y={top} fill={marker.colour}>
        {marker.label}
      </text>
    </g>
  );
}
