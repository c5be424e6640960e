import type { ReactNode } from 'react';
import { BottomAxis, CHART_TEXT, ReferenceLine } from '@/components/charts/axes';
import { ChartSvg } from '@/components/charts/chart-svg';
import { Mark } from '@/components/charts/mark';
import type { ChartScale } from '@/components/charts/scales';
import { fitText, formatTick, type LengthRow } from './length-row';

/** Width from which names stand left of their rows, and not above them. */
const NAMES_BESIDE = 640;
const NAME_WIDTH = 250;
const NAME_HEIGHT = 16;
const TOP = 14;

export interface RowChartProps {
  readonly label: string;
  readonly rows: readonly LengthRow[];
  readonly axis: string;
  readonly window: number | null;
  readonly width: number;
  /** Height of what is drawn for a row, in px. */
  readonly rowHeight: number;
  /** What a row may reach above itself, in px. */
  readonly overlap?: number;
  readonly scale: (from: number, to: number) => ChartScale;
  readonly format?: (value: number) => string;
  /** Draws a row on its own baseline: y from -rowHeight to 0. */
  readonly children: (row: LengthRow, x: ChartScale) => ReactNode;
}

/** Rows below each other on one axis: a name, which opens the records, and what is drawn for it. */
export function RowChart(props: RowChartProps) {
  const { rows, axis, window, width, rowHeight, overlap = 0, children, format = formatTick } = props;
  const beside = width >= NAMES_BESIDE;
  const left = beside ? NAME_WIDTH : 0;
  const each = rowHeight + (beside ? 0 : NAME_HEIGHT);
  const bottom = TOP + overlap + rows.length * each + 6;
  const x = props.scale(left, width - 6);
  return (
    <ChartSvg label={props.label} width={width} height={bottom + 34}>
      <BottomAxis scale={x} format={format} y={bottom} from={left} to={width} title={axis} gridTop={TOP} />
      {rows.map((row, index) => (
        <g key={row.key} data-row="" transform={`translate(0,${TOP + overlap + (index + 1) * each})`}>
          <RowName
            row={row}
            width={beside ? NAME_WIDTH - 12 : width}
            y={beside ? -rowHeight / 2 + 3 : -rowHeight - 4}
          />
          {children(row, x)}
        </g>
      ))}
      {window === null || x.at(window) > width ? null : (
        <ReferenceLine x={x.at(window)} top={2} bottom={bottom} label={`window ${formatTick(window)}`} end={width} />
      )}
    </ChartSvg>
  );
}

function RowName({ row, width, y }: { readonly row: LengthRow; readonly width: number; readonly y: number }) {
  const note = `${row.label}\n${row.note}\n${row.counted}`;
  return (
    <Mark first href={row.href} note={note}>
      <rect y={y - 8} width={8} height={8} rx={2} fill={row.outlined ? 'none' : row.colour} stroke={row.colour} />
      <text x={14} y={y} fontSize={CHART_TEXT} fill="var(--ink)">
        {fitText(row.label, width - 26 - row.note.length * 6)}
        <tspan dx={5} fill="var(--ink-3)">
          {row.note}
        </tspan>
      </text>
    </Mark>
  );
}
