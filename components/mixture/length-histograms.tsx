import { BottomAxis, CHART_TEXT, LeftAxis, ReferenceLine } from '@/components/charts/axes';
import { ChartSvg } from '@/components/charts/chart-svg';
import { Mark } from '@/components/charts/mark';
import { linearScale, logScale, type ChartScale } from '@/components/charts/scales';
import { binNote } from './bin-note';
import { extentOf, fitText, formatTick, type LengthChartProps, type LengthRow } from './length-row';

const HEAD = 20;
const PLOT = 84;
const FOOT = 46;
const LEFT = 38;
const GAP = 28;
/** Width below which panels stand below each other. */
const TWO_COLUMNS = 760;

export interface LengthHistogramsProps extends LengthChartProps {
  /** The axis; logarithmic by default. */
  readonly scale?: typeof logScale;
  /** Text of the axis' ticks. */
  readonly format?: ((value: number) => string) | undefined;
}

/** One histogram per source, all on the same axes. */
export function LengthHistograms(props: LengthHistogramsProps) {
  const { rows, width, scale = logScale } = props;
  const columns = width >= TWO_COLUMNS && rows.length > 1 ? 2 : 1;
  const panel = (width - GAP * (columns - 1)) / columns;
  const height = Math.ceil(rows.length / columns) * (HEAD + PLOT + FOOT);
  const [min, max] = extentOf(rows);
  const x = scale(min, max, LEFT, panel);
  const top = Math.max(0.01, ...rows.flatMap((row) => row.bins.map(({ share }) => share)));
  const y = linearScale(top, HEAD + PLOT, HEAD, 3);
  return (
    <ChartSvg label="Histograms" width={width} height={height}>
      {rows.map((row, index) => {
        const left = (index % columns) * (panel + GAP);
        const above = Math.floor(index / columns) * (HEAD + PLOT + FOOT);
        return (
          <g key={row.key} transform={`translate(${left},${above})`}>
            <Panel {...props} row={row} x={x} y={y} panel={panel} max={max} />
          </g>
        );
      })}
    </ChartSvg>
  );
}

interface PanelProps extends LengthHistogramsProps {
  readonly row: LengthRow;
  readonly x: ChartScale;
  readonly y: ChartScale;
  readonly panel: number;
  /** Largest value on the axis. */
  readonly max: number;
}

function Panel({ row, x, y, panel, max, axis, unit, weight, window, format = formatTick }: PanelProps) {
  const bottom = HEAD + PLOT;
  return (
    <>
      <PanelHead row={row} width={panel} />
      <LeftAxis scale={y} format={percent} x={LEFT} to={panel} />
      <g data-row="">
        {row.bins.map((bin, index) => (
          <Mark key={bin.lower} first={index === 0} href={row.hrefOf(bin)} note={binNote(bin, unit, weight, row.label)}>
            <BinBar bin={bin} x={x} y={y} row={row} />
          </Mark>
        ))}
      </g>
      <BottomAxis scale={x} format={format} y={bottom} from={LEFT} to={panel} title={axis} />
      {window === null || window > max ? null : (
        <ReferenceLine x={x.at(window)} top={HEAD} bottom={bottom} label={`window ${formatTick(window)}`} end={panel} />
      )}
    </>
  );
}

const percent = (share: number): string => `${Number((share * 100).toFixed(1))}\u202f%`;

function PanelHead({ row, width }: { readonly row: LengthRow; readonly width: number }) {
  return (
    <g fontSize={CHART_TEXT}>
      <rect y={1} width={8} height={8} rx={2} fill={row.outlined ? 'none' : row.colour} stroke={row.colour} />
      <text x={14} y={9} fill="var(--ink)" fontWeight={500}>
        {fitText(row.label, width - 230)}
        <tspan dx={6} fontWeight={400} fill="var(--ink-3)">
          {row.note}
        </tspan>
      </text>
      <text x={width} y={9} textAnchor="end" fill="var(--ink-3)">
        {row.counted}
      </text>
    </g>
  );
}

function BinBar(props: {
  readonly bin: LengthRow['bins'][number];
  readonly row: LengthRow;
  readonly x: ChartScale;
  readonly y: ChartScale;
}) {
  const { bin, row, x, y } = props;
  const left = x.at(bin.lower);
  const width = Math.max(1, x.at(bin.upper) - left - 1);
  const top = y.at(bin.share);
  const bottom = HEAD + PLOT;
  return (
    <>
      {/* All of the column can be pointed at, however small its bar. */}
      <rect x={left} y={HEAD} width={width + 1} height={PLOT} fill="transparent" className="chart-hit" />
      <rect
        x={left}
        y={Math.min(top, bottom - 1)}
        width={width}
        height={Math.max(bottom - top, 1)}
        fill={row.colour}
        fillOpacity={row.outlined ? 0.25 : 1}
        stroke={row.outlined ? row.colour : 'none'}
      />
    </>
  );
}
