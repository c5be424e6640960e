'use client';

import { Treemap } from 'recharts';
import { CHART_TEXT } from '@/components/charts/axes';
import { Mark } from '@/components/charts/mark';
import { COMPONENTS } from '@/lib/corpus';
import { formatCompact, formatPercent } from '@/lib/format/numbers';
import { fitText } from './length-row';
import { sliceNote } from './share-bars';
import type { CorpusShares, ShareSlice } from './share-model';

export interface ShareTreemapProps {
  readonly corpus: CorpusShares;
  readonly scale: 'share' | 'count';
  readonly unit: string;
  readonly width: number;
  readonly height: number;
}

/** Areas in proportion: components, and the slices within them. */
export function ShareTreemap({ corpus, scale, unit, width, height }: ShareTreemapProps) {
  const data = COMPONENTS.flatMap((component) => {
    const children = corpus.slices
      .filter((slice) => slice.component === component)
      .map((slice) => ({ name: slice.label, size: slice.amount, slice }));
    return children.length === 0 ? [] : [{ name: component, children }];
  });
  return (
    <Treemap
      width={width}
      height={height}
      data={data}
      dataKey="size"
      nameKey="name"
      aspectRatio={1.6}
      isAnimationActive={false}
      content={(node) => tile(node, { scale, unit, first: corpus.slices[0] })}
    />
  );
}

/** What the library hands over of a tile. */
interface TileNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly [key: string]: unknown;
}

interface TileOptions {
  readonly scale: 'share' | 'count';
  readonly unit: string;
  readonly first: ShareSlice | undefined;
}

function tile(node: TileNode, { scale, unit, first }: TileOptions) {
  const slice = node['slice'];
  if (!isSlice(slice)) return <g />;
  const { x, y, width, height } = node;
  const value = scale === 'share' ? formatPercent(slice.share) : formatCompact(slice.amount);
  return (
    <Mark href={slice.href} note={sliceNote(slice, unit)} first={slice.key === first?.key}>
      <rect
        x={x}
        y={y}
        width={Math.max(0, width)}
        height={Math.max(0, height)}
        fill={`var(--c-${slice.component})`}
        fillOpacity={slice.none ? 0.15 : 0.3}
        stroke="var(--canvas)"
        strokeWidth={2}
      />
      <rect x={x + 1} y={y + 1} width={3} height={Math.max(0, height - 2)} fill={`var(--c-${slice.component})`} />
      {width < 46 || height < 34 ? null : (
        <text fontSize={CHART_TEXT} fill="var(--ink)" stroke="none">
          <tspan x={x + 10} y={y + 16}>
            {fitText(slice.label, width - 14)}
          </tspan>
          <tspan x={x + 10} dy={14} fill="var(--ink-2)">
            {value}
          </tspan>
        </text>
      )}
    </Mark>
  );
}

function isSlice(value: unknown): value is ShareSlice {
  return typeof value === 'object' && value !== null && 'amounts' in value && 'component' in value;
}
