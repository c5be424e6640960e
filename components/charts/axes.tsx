import type { ChartScale } from './scales';

/** Of all text in charts, in px. */
export const CHART_TEXT = 11;

interface AxisProps {
  readonly scale: ChartScale;
  readonly format: (value: number) => string;
}

export interface BottomAxisProps extends AxisProps {
  /** Position of the line, in px from the top. */
  readonly y: number;
  readonly from: number;
  readonly to: number;
  /** What is measured, with its unit: "tokens per record, log scale". */
  readonly title?: string;
  /** Top of the grid lines; none without it. */
  readonly gridTop?: number;
}

/** A horizontal axis below a plot: its line, ticks, labels and unit. */
export function BottomAxis({ scale, format, y, from, to, title, gridTop }: BottomAxisProps) {
  return (
    <g aria-hidden fontSize={CHART_TEXT}>
      {scale.ticks.map((tick) => (
        <g key={tick} transform={`translate(${scale.at(tick)},0)`}>
          {gridTop === undefined ? null : <line y1={gridTop} y2={y} stroke="var(--line)" />}
          <line y1={y} y2={y + 4} stroke="var(--line-strong)" />
          <text y={y + 15} textAnchor={anchorOf(scale.at(tick), from, to)} fill="var(--ink-3)">
            {format(tick)}
          </text>
        </g>
      ))}
      <line x1={from} x2={to} y1={y} y2={y} stroke="var(--line-strong)" />
      {title === undefined ? null : (
        <text x={to} y={y + 29} textAnchor="end" fill="var(--ink-3)">
          {title}
        </text>
      )}
    </g>
  );
}

/** Labels at the ends of an axis stay within it. */
function anchorOf(x: number, from: number, to: number): 'start' | 'middle' | 'end' {
  if (x - from < 8) return 'start';
  return to - x < 8 ? 'end' : 'middle';
}

export interface LeftAxisProps extends AxisProps {
  /** Position of the labels' right end. */
  readonly x: number;
  /** Right end of the grid lines. */
  readonly to: number;
}

/** A vertical axis left of a plot: labels and grid lines. */
export function LeftAxis({ scale, format, x, to }: LeftAxisProps) {
  return (
    <g aria-hidden fontSize={CHART_TEXT}>
      {scale.ticks.map((tick) => (
        <g key={tick} transform={`translate(0,${scale.at(tick)})`}>
          <line x1={x} x2={to} stroke="var(--line)" />
          <text x={x - 6} dy="0.32em" textAnchor="end" fill="var(--ink-3)">
            {format(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** A value that all of a chart is compared with, e.g. a context window. */
export function ReferenceLine(props: {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly label: string;
  /** Right end of the plot: a label that would leave it stands left of the line. */
  readonly end: number;
}) {
  const { x, top, bottom, label, end } = props;
  const left = x > end - 120;
  return (
    <g aria-hidden fontSize={CHART_TEXT}>
      <line x1={x} x2={x} y1={top} y2={bottom} stroke="var(--accent)" strokeDasharray="3 3" />
      <text x={x + (left ? -5 : 5)} y={top + 9} textAnchor={left ? 'end' : 'start'} fill="var(--accent)">
        {label}
      </text>
    </g>
  );
}
