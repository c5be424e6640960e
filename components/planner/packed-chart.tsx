import { BottomAxis, LeftAxis } from '@/components/charts/axes';
import { ChartSvg } from '@/components/charts/chart-svg';
import { Mark } from '@/components/charts/mark';
import { linearScale, logScale } from '@/components/charts/scales';
import { formatCompact, formatCount, formatPercent } from '@/lib/format/numbers';
import type { PackedComponent } from '@/lib/mixture/packed-mixture';

const TOP = 8;
const PLOT = 180;
const LEFT = 44;

export interface PackedChartProps {
  readonly parts: readonly PackedComponent[];
  readonly context: number;
  readonly width: number;
}

/** A bar per length of piece; its height is the share of all tokens that stand in such pieces, by component. */
export function PackedChart({ parts, context, width }: PackedChartProps) {
  const tokens = parts.reduce((sum, { packing }) => sum + packing.tokens, 0);
  const bins = stacked(parts, tokens);
  const x = logScale(1, context + 1, LEFT, width - 1);
  const y = linearScale(Math.max(0.01, ...bins.map(({ share }) => share)), TOP + PLOT, TOP, 3);
  return (
    <ChartSvg label="Lengths after packing" width={width} height={TOP + PLOT + 36}>
      <LeftAxis scale={y} format={(share) => `${Math.round(share * 100)}\u202f%`} x={LEFT} to={width} />
      <g data-row="">
        {bins.map(({ lower, upper, note, layers }, index) => {
          const [from, to] = [x.at(lower), x.at(upper + 1)];
          return (
            <Mark key={lower} first={index === 0} href={null} note={note}>
              {/* The whole column takes the pointer: thin bars are hard to hit. */}
              <rect x={from} width={Math.max(1, to - from)} y={TOP} height={PLOT} fill="transparent" />
              {layers.map(({ component, below, above }) => (
                <rect
                  key={component}
                  x={from}
                  width={Math.max(0.5, to - from - 1)}
                  y={y.at(above)}
                  height={Math.max(0, y.at(below) - y.at(above))}
                  fill={`var(--c-${component})`}
                />
              ))}
            </Mark>
          );
        })}
      </g>
      <BottomAxis
        scale={x}
        format={formatCompact}
        y={TOP + PLOT}
        from={LEFT}
        to={width}
        title="tokens per piece, log scale; height: share of tokens"
      />
    </ChartSvg>
  );
}

function stacked(parts: readonly PackedComponent[], tokens: number) {
  return (parts[0]?.packing.bins ?? []).map(({ lower, upper }, i) => {
    let below = 0;
    const layers = parts.map(({ component, packing }) => {
      const from = below;
      below += (packing.bins[i]?.tokens ?? 0) / tokens;
      return { component, below: from, above: below };
    });
    const pieces = parts.reduce((sum, { packing }) => sum + (packing.bins[i]?.pieces ?? 0), 0);
    const range = lower === upper ? formatCount(lower) : `${formatCount(lower)} to ${formatCount(upper)}`;
    const shares = layers.map((layer) => `${layer.component} ${formatPercent(layer.above - layer.below)}`);
    const note = `${range} tokens\n${formatPercent(below)} of tokens, ${formatCount(pieces)} pieces\n${shares.join(', ')}`;
    return { lower, upper, share: below, layers, note };
  });
}
