import { BottomAxis, CHART_TEXT } from '@/components/charts/axes';
import { ChartSvg } from '@/components/charts/chart-svg';
import { Mark } from '@/components/charts/mark';
import { linearScale, type ChartScale } from '@/components/charts/scales';
import { COMPONENTS } from '@/lib/corpus';
import { formatCompact, formatCount, formatPercent } from '@/lib/format/numbers';
import { fitText } from './length-row';
import type { BarShares, BarSlice } from './share-model';

export interface ShareBarsProps {
  readonly corpora: readonly BarShares[];
  readonly scale: 'share' | 'count';
  /** What is measured, e.g. "tokens". */
  readonly unit: string;
  readonly width: number;
}

const NAME = 18;
const BAR = 40;
const LABELS = 34;

/** One bar per corpus that is the whole of it: components in their colours, slices divided by hairlines. */
export function ShareBars({ corpora, scale, unit, width }: ShareBarsProps) {
  const named = corpora.length > 1;
  const each = (named ? NAME : 0) + BAR + LABELS;
  const largest = Math.max(1, ...corpora.map(({ total }) => total));
  const axis = linearScale(scale === 'share' ? 1 : largest, 0, width - 1);
  const bottom = corpora.length * each;
  const format = scale === 'share' ? (share: number) => `${Math.round(share * 100)}\u202f%` : formatCompact;
  return (
    <ChartSvg label="Stacked bars" width={width} height={bottom + 34}>
      {corpora.map((corpus, index) => (
        <g key={corpus.beside ? 'beside' : 'open'} transform={`translate(0,${index * each})`}>
          {named ? (
            <text y={11} fontSize={CHART_TEXT} fontWeight={500} fill="var(--ink)">
              {fitText(corpus.title, width - 150)}
              <tspan dx={6} fontWeight={400} fill="var(--ink-3)">
                {formatCount(corpus.total)} {unit}
              </tspan>
            </text>
          ) : null}
          <g transform={`translate(0,${named ? NAME : 0})`}>
            <Bar corpus={corpus} axis={axis} scale={scale} unit={unit} />
          </g>
        </g>
      ))}
      <BottomAxis
        scale={axis}
        format={format}
        y={bottom}
        from={0}
        to={width}
        title={scale === 'share' ? `share of ${unit}` : unit}
      />
    </ChartSvg>
  );
}

interface BarProps {
  readonly corpus: BarShares;
  readonly axis: ChartScale;
  readonly scale: 'share' | 'count';
  readonly unit: string;
}

function Bar({ corpus, axis, scale, unit }: BarProps) {
  const placed = placedSlices(corpus, axis, scale);
  return (
    <>
      <g data-row="">
        {placed.map(({ slice, from, to, index }) => (
          <Mark key={slice.key} first={index === 0} href={slice.href} note={sliceNote(slice, unit)}>
            <rect
              x={from}
              width={Math.max(1, to - from - 1)}
              height={BAR}
              fill={`var(--c-${slice.component})`}
              opacity={slice.none ? 0.35 : shade(corpus.slices, slice)}
            />
          </Mark>
        ))}
      </g>
      <g aria-hidden fontSize={CHART_TEXT}>
        {placed.map(({ slice, from, to }) => (
          <Label
            key={slice.key}
            text={`${slice.label} ${scale === 'share' ? formatPercent(slice.share) : formatCompact(slice.amount)}`}
            x={from}
            width={to - from}
            y={BAR + 14}
          />
        ))}
        {COMPONENTS.map((component) => {
          const own = placed.filter(({ slice }) => slice.component === component);
          const [first] = own;
          if (first === undefined || first.slice.label === component) return null;
          const share = own.reduce((sum, { slice }) => sum + slice.share, 0);
          const text = `${component} ${formatPercent(share)}`;
          return (
            <Label
              key={component}
              text={text}
              x={first.from}
              width={(own.at(-1)?.to ?? 0) - first.from}
              y={BAR + 27}
              quiet
            />
          );
        })}
      </g>
    </>
  );
}

/** Slices one after the other along the axis. */
function placedSlices({ slices }: BarShares, axis: ChartScale, scale: 'share' | 'count') {
  let before = 0;
  return slices.map((slice, index) => {
    const from = axis.at(before);
    before += scale === 'share' ? slice.share : slice.amount;
    return { slice, from, to: axis.at(before), index };
  });
}

/** Slices of one component in turn full and lighter, so that neighbours stand apart. */
function shade(slices: readonly BarSlice[], slice: BarSlice): number {
  const own = slices.filter(({ component }) => component === slice.component);
  return own.indexOf(slice) % 2 === 0 ? 1 : 0.68;
}

/** What a slice says. */
export function sliceNote({ label, component, amount, share }: BarSlice, unit: string): string {
  return `${label}\n${formatCount(amount)} ${unit}, ${formatPercent(share)}\n${component}`;
}

function Label(props: {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly quiet?: boolean;
}) {
  const { text, x, y, width, quiet = false } = props;
  if (width < 40) return null;
  return (
    <text x={x} y={y} fill={quiet ? 'var(--ink-3)' : 'var(--ink)'}>
      {fitText(text, width - 6)}
    </text>
  );
}
